package dev.parley.instagram.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads answers that should be a JSON object, as they stream in, within bounds, in one pass. */
public final class BoundedJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 512;

    /** How much of an answer that is not JSON is looked at. */
    private static final int BARE_BYTES = 64;

    private final JsonFactory json;

    /** @param largestAnswer in bytes after decompression */
    public BoundedJson(int largestAnswer) {
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

    /** What a body turned out to be. */
    public sealed interface Body {

        /** One whole object, each field of which was read. */
        record Complete() implements Body {}

        /** @param start its first characters */
        record NotJson(String start) implements Body {}

        /** Cut off, too large or malformed, perhaps only after some fields were read. */
        record Malformed() implements Body {}
    }

    /**
     * @param field takes a top-level field; the parser stands at the value's first token and must be left at its last
     * @throws IOException if the answer broke off on the way
     */
    public Body read(Response response, BiConsumer<String, JsonParser> field) throws IOException {
        BufferedSource source = response.body().source();
        if (!opensObject(source)) {
            return new Body.NotJson(bareText(source));
        }
        try {
            return readObject(source, field);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return new Body.Malformed();
        }
    }

    private Body readObject(BufferedSource source, BiConsumer<String, JsonParser> field) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), source.inputStream())) {
            parser.nextToken();
            Json.eachField(parser, name -> field.accept(name, parser));
            // Reading to the very end lets the connection be used again, and tells a complete answer from one with a
            // tail.
            return parser.nextToken() == null ? new Body.Complete() : new Body.Malformed();
        }
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
}
