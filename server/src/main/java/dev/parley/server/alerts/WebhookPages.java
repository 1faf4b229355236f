package dev.parley.server.alerts;

final class WebhookPages {
    static final String PAGE = "/alerts/webhooks";
}
