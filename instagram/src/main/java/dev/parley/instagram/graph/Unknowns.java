package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Quote;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** Events that this version does not know, told apart by their bytes. */
final class Unknowns {

    private static final int LONGEST_KIND = 60;

    private Unknowns() {}

    static IncomingEvent of(PersonId account, Instant at, String kind, JsonNode json) {
        String word = Quote.of(kind);
        String shortened = word.length() <= LONGEST_KIND ? word : word.substring(0, LONGEST_KIND);
        return new IncomingEvent.Unknown(account, at, shortened, "unknown " + digest(account + " " + at + " " + json));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
