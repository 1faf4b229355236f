package dev.parley.instagram.graph;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.BoundedJson;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers within bounds. */
final class AnswerParser {

    private static final JsonMapper TREES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BoundedJson json;

    AnswerParser(int largestAnswer) {
        this.json = new BoundedJson(largestAnswer);
    }

    /**
     * @param retryAfter what the head of the answer asks to wait
     * @throws IOException if the answer broke off on the way
     */
    Answer parse(Response response, @Nullable Duration retryAfter) throws IOException {
        ObjectNode whole = TREES.createObjectNode();
        BoundedJson.Body body = json.read(response, (name, parser) -> whole.set(name, TREES.readTree(parser)));
        return switch (body) {
            case BoundedJson.Body.Complete() -> new Answer.Came(response.code(), whole, retryAfter);
            case BoundedJson.Body.NotJson _ -> new Answer.Came(response.code(), null, retryAfter);
            case BoundedJson.Body.Malformed() -> malformed(response, retryAfter);
        };
    }

    private static Answer malformed(Response response, @Nullable Duration retryAfter) {
        return response.isSuccessful()
                ? new Answer.Missing(new Refusal.BadResponse("Instagram's answer is cut off, too large or malformed"))
                : new Answer.Came(response.code(), null, retryAfter);
    }
}
