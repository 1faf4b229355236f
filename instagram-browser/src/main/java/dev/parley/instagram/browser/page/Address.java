package dev.parley.instagram.browser.page;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path of an address, segment by segment: somebody may be called {@code challengemtv}, and a query may hold another path.
 *
 * @param segments without the empty ones
 */
public record Address(List<String> segments) {

    /** Fact: what stands where usernames stand and is none. */
    private static final Set<String> NO_NAMES = Set.of(
            "p reel reels tv explore stories direct accounts about legal web api challenge emails privacy session developer download "
                    .concat("notifications graphql settings static terms directory auth_platform checkpoint consent")
                    .split(" "));

    public Address {
        segments = List.copyOf(segments);
    }

    /** Of a whole address or a path; without segments if it is none. */
    public static Address of(String url) {
        try {
            String path = URI.create(url.split("[?#]", 2)[0]).getPath();
            return new Address(path == null ? List.of() : parts(path));
        } catch (IllegalArgumentException e) {
            return new Address(List.of());
        }
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    public boolean isHome() {
        return segments.isEmpty();
    }

    /** Whether the path begins with these segments. */
    public boolean under(String... first) {
        return segments.size() >= first.length
                && segments.subList(0, first.length).equals(List.of(first));
    }

    public boolean is(String... all) {
        return segments.equals(List.of(all));
    }

    /** Whether it is this person's profile, and no page of the site that is called alike. */
    public boolean isProfileOf(String username) {
        return segments.size() == 1 && segments.getFirst().equalsIgnoreCase(username) && !NO_NAMES.contains(username);
    }

    /** The segment after these first ones. */
    public @Nullable String after(String... first) {
        return under(first) && segments.size() > first.length ? segments.get(first.length) : null;
    }

    /** Whether a word can be a username at all. Fact: 1 to 30 letters, digits, dots and underscores, and no word of the site's own paths. */
    public static boolean isUsername(String word) {
        return word.matches("[a-z0-9._]{1,30}") && !NO_NAMES.contains(word) && !word.matches("\\.+");
    }
}
