package dev.parley.server.conversation;

import dev.parley.instagram.graph.WebhookDelivery;
import dev.parley.instagram.graph.Webhooks;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.Strangers;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Instagram tells by itself what happens, for accounts that the official API works. It proves itself by its signature. */
@RestController
@RequestMapping("/api/webhooks/instagram")
@Needs(Right.NOTHING)
class WebhookApi {

    private final ObjectProvider<Webhooks> webhooks;
    private final ReceiveEvents receive;
    private final Strangers strangers;

    WebhookApi(ObjectProvider<Webhooks> webhooks, ReceiveEvents receive, Strangers strangers) {
        this.webhooks = webhooks;
        this.receive = receive;
        this.strangers = strangers;
    }

    /** Whether webhooks are wanted at this address, as Instagram asks when it is entered. */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String handshake(@RequestParam Map<String, String> query) {
        return setUp().handshake(query).orElseThrow(WebhookApi::notSigned);
    }

    /**
     * Answered once what it means is stored; what cannot be stored now, Instagram brings again. However much Instagram brings, it is not
     * refused as too much, as everybody else is.
     */
    @PostMapping
    void deliver(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature)
            throws IOException {
        var there = webhooks.getIfAvailable();
        var delivery =
                there == null ? null : there.receive(request.getInputStream().readAllBytes(), signature);
        if (!(delivery instanceof WebhookDelivery.Accepted)) {
            strangers.count(request, response);
        }
        switch (delivery) {
            case null -> throw none();
            case WebhookDelivery.Accepted(var events) -> receive.receive(events);
            case WebhookDelivery.NotSigned stranger -> throw notSigned();
            case WebhookDelivery.TooLarge tooLarge ->
                throw new BotException(ErrorCode.BODY_TOO_LARGE, ErrorCode.BODY_TOO_LARGE.description());
            case WebhookDelivery.Malformed malformed ->
                throw new BotException(ErrorCode.MALFORMED_REQUEST, ErrorCode.MALFORMED_REQUEST.description());
        }
    }

    private Webhooks setUp() {
        var there = webhooks.getIfAvailable();
        if (there == null) {
            throw none();
        }
        return there;
    }

    private static BotException none() {
        return new BotException(ErrorCode.NOT_FOUND, "This server takes no webhooks.");
    }

    private static BotException notSigned() {
        return new BotException(ErrorCode.WEBHOOK_NOT_SIGNED, ErrorCode.WEBHOOK_NOT_SIGNED.description());
    }
}
