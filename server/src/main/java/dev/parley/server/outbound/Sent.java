package dev.parley.server.outbound;

/** What came of sending something. */
public sealed interface Sent {

    /** @param beginning of what was answered, so much as one needs to see what went wrong */
    record Answered(int status, String beginning) implements Sent {

        public boolean isFine() {
            return status >= 200 && status < 300;
        }
    }

    /** @param why in words for people */
    record NotAnswered(String why) implements Sent {}
}
