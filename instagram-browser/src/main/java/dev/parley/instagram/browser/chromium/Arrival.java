package dev.parley.instagram.browser.chromium;

import org.jspecify.annotations.Nullable;

/** How the way to a page ended. */
public sealed interface Arrival {

    /**
     * The document is there.
     *
     * @param status 0 if it came without one
     * @param retryAfter the header of that name
     */
    record Arrived(int status, @Nullable String retryAfter) implements Arrival {}

    /** @param code Chromium's, such as {@code ERR_CONNECTION_REFUSED} */
    record Failed(String code) implements Arrival {

        /** Whether it is proven that nothing was sent. */
        public boolean nothingSent() {
            return switch (code) {
                case "ERR_CONNECTION_REFUSED",
                        "ERR_NAME_NOT_RESOLVED",
                        "ERR_ADDRESS_UNREACHABLE",
                        "ERR_INTERNET_DISCONNECTED",
                        "ERR_PROXY_CONNECTION_FAILED",
                        "ERR_CONNECTION_TIMED_OUT",
                        "ERR_TUNNEL_CONNECTION_FAILED" -> true;
                default -> false;
            };
        }

        /** Whether a part of the document had come. */
        public boolean brokeOff() {
            return code.equals("ERR_CONTENT_LENGTH_MISMATCH") || code.equals("ERR_INCOMPLETE_CHUNKED_ENCODING");
        }
    }
}
