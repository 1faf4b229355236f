package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the official API says no. Fact: clients have to go by code and subcode; type and words differ by host and language.
 *
 * @param subcode zero for none
 */
record GraphError(int status, int code, int subcode, String message, boolean temporary) {
    private static final int BAD_REQUEST = 400;
    private static final String TRACE = "AbCdEfGhIjKlMnOpQrStUvW";

    static GraphError of(int code, String message) {
        return of(code, 0, message);
    }

    static GraphError of(int code, int subcode, String message) {
        return new GraphError(BAD_REQUEST, code, subcode, message, false);
    }

    /** A parameter that cannot be. */
    static GraphError invalid(String message) {
        return of(100, "Invalid parameter: " + message);
    }

    static GraphError missing(String id) {
        return of(
                100,
                33,
                "Unsupported request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation"
                        .formatted(id));
    }

    Answer answer(Door door, boolean localised) {
        Map<String, @Nullable Object> error = Json.object(
                "message",
                localised ? "(#%d) Ocorreu um erro ao processar a solicitação".formatted(code) : message,
                "type",
                door == Door.GRAPH_INSTAGRAM ? "IGApiException" : "OAuthException",
                "code",
                code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        if (temporary) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", TRACE);
        return Answer.json(status, Json.object("error", error));
    }
}
