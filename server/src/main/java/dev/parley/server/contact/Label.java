package dev.parley.server.contact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A word that members put on people.
 *
 * @param people how many have it
 */
public record Label(String name, int people) {

    private static final String[] COLOURS = {"state-plain", "state-good", "state-warning", "state-bad", ""};

    /** Always the same for the same word. */
    public static String colour(String name) {
        return COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
    }

    /** As the end of an address. */
    public static String query(String name) {
        return "?label=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
