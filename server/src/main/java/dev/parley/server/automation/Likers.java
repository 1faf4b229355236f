package dev.parley.server.automation;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Shortcode;
import dev.parley.server.web.Wrong;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Who likes a post. */
record Likers(Shortcode post) implements Source {

    static final String STORED = "likers";

    /** As long as an address may be. */
    static final int LONGEST = 2_000;

    private static final Pattern OF_INSTAGRAM =
            Pattern.compile("(?i)(?:https?://)?(?:[a-z]{1,20}\\.)?instagram\\.com(/.*)?");

    private static final Pattern PROFILE = Pattern.compile("/[A-Za-z0-9._]{1,30}/?(?:[?#].*)?");

    /** Refuses with VALIDATION_FAILED anything but the address of a post, or the code in it. */
    static Likers parse(String typed) {
        return new Likers(Shortcode.find(typed).orElseThrow(() -> Wrong.refusal("post", "is " + what(typed.strip()))));
    }

    private static String what(String wrong) {
        if (wrong.startsWith("@")) {
            return "a username; give the address of one of their posts";
        }
        var address = OF_INSTAGRAM.matcher(wrong);
        if (!address.matches()) {
            return "not the address of a post, such as https://www.instagram.com/p/B1LbfVPlwIA/";
        }
        return page(Objects.requireNonNullElse(address.group(1), "/"));
    }

    private static String page(String path) {
        if (PROFILE.matcher(path).matches()) {
            return "the address of a profile; give that of one of its posts";
        }
        if (path.startsWith("/share/")) {
            return "a link for sharing; open it, and give the address to which it leads";
        }
        return path.startsWith("/stories/")
                ? "the address of a story, of which nobody is shown the likers"
                : "not the address of a post, which has /p/ or /reel/ in it and then a code";
    }

    @Override
    public String stored() {
        return STORED;
    }

    @Override
    public String name() {
        return post.value();
    }

    @Override
    public Set<Capability> needs(JobAction action) {
        return Set.of(Capability.LIKERS);
    }

    @Override
    public String toString() {
        return "likers of instagram.com/p/" + post;
    }
}
