package dev.parley.instagram.graph;

import dev.parley.instagram.http.Quote;
import tools.jackson.databind.JsonNode;

/**
 * The error that an answer holds. Fact: words can be in any language, and the type differs by host, so code and subcode alone say what it is.
 *
 * @param code zero if there is none
 * @param subcode zero if there is none
 * @param temporary whether Instagram says that it will pass
 */
record GraphError(int code, int subcode, boolean temporary, String message) {

    static final GraphError NONE = new GraphError(0, 0, false, "");

    /** The error in an answer's field {@code error}; the call that exchanges codes has its own shape. */
    static GraphError in(JsonNode answer) {
        JsonNode error = answer.path("error");
        if (!error.isObject()) {
            return new GraphError(
                    number(answer.path("code")),
                    0,
                    false,
                    answer.path("error_message").asString(""));
        }
        return new GraphError(
                number(error.path("code")),
                number(error.path("error_subcode")),
                error.path("is_transient").asBoolean(false),
                error.path("message").asString(""));
    }

    private static int number(JsonNode node) {
        return node.asIntOpt().orElse(0);
    }

    /** A sentence of ours with what Instagram said. */
    String telling(String sentence, int status) {
        String numbers = code == 0 ? "HTTP " + status : "error " + code + (subcode == 0 ? "" : "/" + subcode);
        String quote = Quote.of(message);
        return sentence + " (" + numbers + (quote.isEmpty() ? ")" : ": " + quote + ")");
    }
}
