package dev.parley.server.automation;

import dev.parley.instagram.Capability;
import dev.parley.server.web.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a job finds its people. */
sealed interface Source
        permits Hashtag,
                Likers,
                Source.Followers,
                Source.Following,
                Source.People,
                Source.Followed,
                Source.Feed,
                Source.OfJob {

    /** As stored, and as a part of the job's kind. */
    String stored();

    /** What it is called, where it is called by a name. */
    default @Nullable String name() {
        return null;
    }

    /** What finding people there takes, for something that is done with them. */
    Set<Capability> needs(JobAction action);

    /** Whether everybody in it was chosen beforehand: then it matters neither who was touched before, nor that it ends. */
    default boolean isChosen() {
        return false;
    }

    /** Whether the account follows them anyway: then it does not matter who was touched before. */
    default boolean isOwn() {
        return false;
    }

    /** For people to read, without a verb. */
    @Override
    String toString();

    /** Who follows somebody. */
    record Followers(String username) implements Source {

        static final String STORED = "followers";

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public String name() {
            return username;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return Set.of(Capability.PEOPLE, Capability.FOLLOW_LISTS);
        }

        @Override
        public String toString() {
            return "followers of @" + username;
        }
    }

    /** Whom somebody follows. */
    record Following(String username) implements Source {

        static final String STORED = "following";

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public String name() {
            return username;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return Set.of(Capability.PEOPLE, Capability.FOLLOW_LISTS);
        }

        @Override
        public String toString() {
            return "people whom @" + username + " follows";
        }
    }

    /** A list of names, each of them once. */
    record People(List<String> usernames) implements Source {

        static final String STORED = "people";

        static final int MOST = 200;

        public People {
            usernames = List.copyOf(usernames);
        }

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return action == JobAction.LIKE ? Set.of(Capability.PEOPLE, Capability.POSTS) : Set.of(Capability.PEOPLE);
        }

        @Override
        public boolean isChosen() {
            return true;
        }

        @Override
        public String toString() {
            return usernames.size() == 1
                    ? "@" + usernames.getFirst()
                    : "a list of " + Words.number(usernames.size()) + " people";
        }
    }

    /** Whom the account follows, as far as they have stories. */
    record Followed() implements Source {

        static final String STORED = "followed";

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return Set.of(Capability.STORIES);
        }

        @Override
        public String toString() {
            return "people whom the account follows";
        }
    }

    /** Whose posts the account is shown when it opens Instagram. */
    record Feed() implements Source {

        static final String STORED = "feed";

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return Set.of(Capability.FEED);
        }

        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public String toString() {
            return "the home feed";
        }
    }

    /**
     * Whom a job followed.
     *
     * @param afterDays how many days each of them stays followed
     */
    record OfJob(JobId job, int afterDays) implements Source {

        static final String STORED = "job";

        static final int MOST_DAYS = 365;

        @Override
        public String stored() {
            return STORED;
        }

        @Override
        public Set<Capability> needs(JobAction action) {
            return Set.of();
        }

        @Override
        public boolean isChosen() {
            return true;
        }

        @Override
        public String toString() {
            return "people whom a job followed";
        }
    }
}
