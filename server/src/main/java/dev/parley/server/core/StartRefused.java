package dev.parley.server.core;

/** The server cannot start; the message is one sentence for whoever started it, and holds no secret. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
