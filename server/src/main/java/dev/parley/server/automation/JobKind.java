package dev.parley.server.automation;

import java.util.Arrays;
import java.util.Optional;

/** The combinations of action and source that make sense. */
public enum JobKind {
    FOLLOW_HASHTAG(
            JobAction.FOLLOW,
            Hashtag.STORED,
            "Follow people by hashtag",
            "follows people who posted under the hashtag lately: one after the other, within its limits, and nobody twice"),
    LIKE_HASHTAG(
            JobAction.LIKE,
            Hashtag.STORED,
            "Like posts by hashtag",
            "likes the newest post of each of the people who posted under the hashtag lately: one after the other, within its"
                    + " limits, and of nobody twice");

    private final JobAction action;
    private final String source;
    private final String title;
    private final String meaning;

    JobKind(JobAction action, String source, String title, String meaning) {
        this.action = action;
        this.source = source;
        this.title = title;
        this.meaning = meaning;
    }

    /** Such as {@code follow-hashtag}. */
    static Optional<JobKind> of(String stored) {
        return Arrays.stream(values())
                .filter(kind -> kind.stored().equals(stored))
                .findFirst();
    }

    static JobKind of(JobAction action, Source source) {
        return Arrays.stream(values())
                .filter(kind -> kind.action == action && kind.source.equals(source.stored()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no job does " + action.stored() + " by " + source.stored()));
    }

    public String stored() {
        return action.stored() + "-" + source;
    }

    public JobAction action() {
        return action;
    }

    public String source() {
        return source;
    }

    public String title() {
        return title;
    }

    /** What the account does, after its name. */
    public String meaning() {
        return meaning;
    }
}
