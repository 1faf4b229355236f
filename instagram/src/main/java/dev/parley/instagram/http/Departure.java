package dev.parley.instagram.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Whether a byte of one request may have left. A pooled connection that the peer has closed accepts the bytes and fails only
 * afterwards, so the moment that counts is the one before the first byte is written, not the one at which something failed.
 */
final class Departure {

    static final EventListener WATCH = new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
            Departure departure = call.request().tag(Departure.class);
            if (departure != null) {
                departure.begun = true;
            }
        }
    };

    private volatile boolean begun;

    boolean begun() {
        return begun;
    }
}
