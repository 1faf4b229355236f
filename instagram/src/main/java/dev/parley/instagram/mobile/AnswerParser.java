package dev.parley.instagram.mobile;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.BoundedJson;
import dev.parley.instagram.http.Reading;
import java.io.IOException;
import okhttp3.Response;

/** Reads answers as they stream in, within bounds, in one pass for remarks and content. */
final class AnswerParser {

    private final BoundedJson json;

    AnswerParser(int largestAnswer) {
        this.json = new BoundedJson(largestAnswer);
    }

    /** @throws IOException if the answer broke off on the way */
    <T> Answer<T> parse(Response response, Reading<T> reading) throws IOException {
        var remarks = new Remarks.Draft();
        BoundedJson.Body body = json.read(response, (name, parser) -> {
            if (!remarks.take(name, parser)) {
                reading.field(name, parser);
            }
        });
        return switch (body) {
            case BoundedJson.Body.Complete() ->
                new Answer.Came<>(response.code(), response.headers(), remarks.remarks(), reading.result());
            case BoundedJson.Body.NotJson(String start) -> came(response, Remarks.notJson(start));
            case BoundedJson.Body.Malformed() -> malformed(response);
        };
    }

    private static <T> Answer<T> malformed(Response response) {
        return response.isSuccessful()
                ? new Answer.Missing<>(new Refusal.BadResponse("Instagram's answer is cut off, too large or malformed"))
                : came(response, Remarks.notJson(""));
    }

    private static <T> Answer<T> came(Response response, Remarks remarks) {
        return new Answer.Came<>(response.code(), response.headers(), remarks, null);
    }
}
