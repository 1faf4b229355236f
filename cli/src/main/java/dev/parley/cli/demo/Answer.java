package dev.parley.cli.demo;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a call was answered with.
 *
 * @param call method and path, for messages
 */
record Answer(String call, int status, JsonNode body) {

    private static final int SHOWN = 600;

    Answer expect(int expected) {
        if (status != expected) {
            throw new StoryBroken("status %d from %s".formatted(expected, call), this.toString());
        }
        return this;
    }

    /** @param pointer a JSON pointer, as in {@code /verification/id} */
    Answer expect(String pointer, String value) {
        if (!text(pointer).equals(value)) {
            throw new StoryBroken("%s = %s from %s".formatted(pointer, value, call), this.toString());
        }
        return this;
    }

    Answer expect(String pointer, boolean value) {
        return expect(pointer, Boolean.toString(value));
    }

    /** Also numbers and booleans as text. */
    String text(String pointer) {
        var node = body.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw new StoryBroken("%s from %s".formatted(pointer, call), this.toString());
        }
        return node.asString();
    }

    int number(String pointer) {
        return Integer.parseInt(text(pointer));
    }

    /** The elements of a list. */
    List<JsonNode> list(String pointer) {
        return StreamSupport.stream(body.at(pointer).spliterator(), false).toList();
    }

    @Override
    public String toString() {
        var shown = body.toString();
        return status + " " + shown.substring(0, Math.min(SHOWN, shown.length()));
    }
}
