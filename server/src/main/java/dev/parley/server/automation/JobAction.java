package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.instagram.Capability;
import dev.parley.server.bot.Spacing;
import java.util.Arrays;
import java.util.Set;

/** What a job does with each of the people whom it finds. */
public enum JobAction {
    FOLLOW("follow", "follow", Spacing.FOLLOWING, Set.of(Capability.FOLLOW, Capability.FRIENDSHIP)),
    LIKE("like", "like", Spacing.LIKING, Set.of(Capability.LIKE)),
    VIEW_STORIES("view-stories", "story_view", Spacing.WATCHING, Set.of(Capability.STORIES)),
    UNFOLLOW("unfollow", "unfollow", Spacing.FOLLOWING, Set.of(Capability.FOLLOW, Capability.FRIENDSHIP));

    private final String stored;
    private final String limit;
    private final Spacing spacing;
    private final Set<Capability> needs;

    JobAction(String stored, String limit, Spacing spacing, Set<Capability> needs) {
        this.stored = stored;
        this.limit = limit;
        this.spacing = spacing;
        this.needs = needs;
    }

    static JobAction of(String stored) {
        return Arrays.stream(values())
                .filter(action -> action.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no action " + stored));
    }

    /** Also the kind of the bot's action with which it begins upon one person. */
    @JsonValue
    String stored() {
        return stored;
    }

    /** What each one is counted against. */
    String limit() {
        return limit;
    }

    Spacing spacing() {
        return spacing;
    }

    Set<Capability> needs() {
        return needs;
    }

    /** Whether it matters how the account stands to the people. */
    boolean asksForFriendships() {
        return needs.contains(Capability.FRIENDSHIP);
    }
}
