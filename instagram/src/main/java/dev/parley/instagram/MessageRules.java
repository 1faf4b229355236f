package dev.parley.instagram;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What may be sent, known before sending.
 *
 * @param kinds what the driver can send
 * @param longestText how much text one message holds, counted in {@code unit}
 */
public record MessageRules(Set<Content.Kind> kinds, int longestText, Unit unit) {

    /** For drivers that send nothing. */
    public static final MessageRules NONE = new MessageRules(Set.of(), 0, Unit.CHARACTERS);

    /** What a text's length is counted in. */
    public enum Unit {
        /** Unicode code points. */
        CHARACTERS,
        /** Bytes of UTF-8. */
        BYTES
    }

    public MessageRules {
        kinds = Set.copyOf(kinds);
    }

    /** The length of a text as Instagram counts it. */
    public int lengthOf(String text) {
        return switch (unit) {
            case CHARACTERS -> text.codePointCount(0, text.length());
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }

    /** Whether a text is neither empty nor too long. */
    public boolean fits(String text) {
        return !text.isBlank() && lengthOf(text) <= longestText;
    }
}
