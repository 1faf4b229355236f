package dev.parley.server.automation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The combinations of action and source that make sense. */
public enum JobKind {
    FOLLOW_HASHTAG(
            JobAction.FOLLOW,
            Hashtag.STORED,
            "Follow people by hashtag",
            "follows people who posted under the hashtag lately: one after the other, within its limits, and nobody twice"),
    FOLLOW_FOLLOWERS(
            JobAction.FOLLOW,
            Source.Followers.STORED,
            "Follow the followers of somebody",
            "follows people who follow the one whom you name: one after the other, within its limits, and nobody twice"),
    FOLLOW_FOLLOWING(
            JobAction.FOLLOW,
            Source.Following.STORED,
            "Follow whom somebody follows",
            "follows people whom the one whom you name follows: one after the other, within its limits, and nobody twice"),
    FOLLOW_LIKERS(
            JobAction.FOLLOW,
            Likers.STORED,
            "Follow people who like a post",
            "follows people who like the post that you name: one after the other, within its limits, and nobody twice"),
    FOLLOW_PEOPLE(
            JobAction.FOLLOW,
            Source.People.STORED,
            "Follow people by name",
            "follows the people whom you name, one after the other and within its limits"),
    LIKE_HASHTAG(
            JobAction.LIKE,
            Hashtag.STORED,
            "Like posts by hashtag",
            "likes the newest post of each of the people who posted under the hashtag lately: one after the other, within its"
                    + " limits, and of nobody twice"),
    LIKE_PEOPLE(
            JobAction.LIKE,
            Source.People.STORED,
            "Like posts of people by name",
            "likes the newest post of each of the people whom you name, one after the other and within its limits"),
    LIKE_FEED(
            JobAction.LIKE,
            Source.Feed.STORED,
            "Like posts of the home feed",
            "likes the newest posts of its home feed: one of each person, none of its own and no ads, one after the other and"
                    + " within its limits"),
    VIEW_STORIES_FOLLOWED(
            JobAction.VIEW_STORIES,
            Source.Followed.STORED,
            "Watch stories of followed people",
            "watches the new stories of people whom it follows, one after the other and within its limits"),
    VIEW_STORIES_HASHTAG(
            JobAction.VIEW_STORIES,
            Hashtag.STORED,
            "Watch stories by hashtag",
            "watches the stories of people who posted under the hashtag lately, one after the other and within its limits"),
    VIEW_STORIES_PEOPLE(
            JobAction.VIEW_STORIES,
            Source.People.STORED,
            "Watch stories of people by name",
            "watches the stories of the people whom you name, one after the other and within its limits"),
    UNFOLLOW_PEOPLE(
            JobAction.UNFOLLOW,
            Source.People.STORED,
            "Unfollow people by name",
            "unfollows the people whom you name, one after the other and within its limits; never protected people"),
    UNFOLLOW_JOB(
            JobAction.UNFOLLOW,
            Source.OfJob.STORED,
            "Undo a job",
            "unfollows whom the job followed, and nobody else; never protected people");

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

    /** Those that are chosen on the page of a new job; a job is undone on its own page. */
    public static List<JobKind> choices() {
        return Arrays.stream(values()).filter(kind -> kind != UNFOLLOW_JOB).toList();
    }

    /** Such as {@code follow-hashtag}. */
    static Optional<JobKind> of(String stored) {
        return choices().stream().filter(kind -> kind.stored().equals(stored)).findFirst();
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

    /** Whether people are named; then the amount may be left out. */
    public boolean isList() {
        return source.equals(Source.People.STORED);
    }

    /** Whether it matters who the people are. */
    public boolean filters() {
        return action != JobAction.UNFOLLOW && !source.equals(Source.Followed.STORED);
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
