package dev.parley.instagram.mobile;

import dev.parley.instagram.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads answers as they stream in, within bounds, in one pass for remarks and content. */
final class AnswerParser {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 512;

    /** How much of an answer that is not JSON is looked at. */
    private static final int BARE_BYTES = 64;

    private final JsonFactory json;

    AnswerParser(int largestAnswer) {
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(largestAnswer)
                        .maxStringLength(largestAnswer)
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }

    /** @throws IOException if the answer broke off on the way */
    <T> Answer<T> parse(Response response, Reading<T> reading) throws IOException {
        BufferedSource source = response.body().source();
        if (!opensObject(source)) {
            return came(response, Remarks.notJson(bareText(source)));
        }
        try {
            return parseObject(response, source, reading);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return malformed(response);
        }
    }

    private <T> Answer<T> parseObject(Response response, BufferedSource source, Reading<T> reading) {
        var remarks = new Remarks.Draft();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), source.inputStream())) {
            parser.nextToken();
            Json.eachField(parser, name -> {
                if (!remarks.take(name, parser)) {
                    reading.field(name, parser);
                }
            });
            // Reading to the very end lets the connection be used again, and tells a complete answer from one with a
            // tail.
            if (parser.nextToken() != null) {
                return malformed(response);
            }
        }
        return new Answer.Came<>(response.code(), response.headers(), remarks.remarks(), reading.result());
    }

    private static boolean opensObject(BufferedSource source) throws IOException {
        for (int skipped = 0; skipped < BARE_BYTES && source.request(1); skipped++) {
            byte first = source.getBuffer().getByte(0);
            if (first == '{') {
                return true;
            }
            if (!Character.isWhitespace(first)) {
                return false;
            }
            source.skip(1);
        }
        return false;
    }

    private static String bareText(BufferedSource source) throws IOException {
        source.request(BARE_BYTES);
        long available = Math.min(BARE_BYTES, source.getBuffer().size());
        return source.readString(available, StandardCharsets.UTF_8).strip();
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
