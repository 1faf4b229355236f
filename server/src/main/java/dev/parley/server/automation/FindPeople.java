package dev.parley.server.automation;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one page of a job's hashtag, and how the account stands to the people on it. */
@Component
class FindPeople implements ActionHandler<FindPeople.Crowd> {

    static final String KIND = "find-people";

    private static final String CURSOR = "cursor";
    private static final int ASKED_AT_ONCE = 100;

    private final KeepPeople keepPeople;

    FindPeople(KeepPeople keepPeople) {
        this.keepPeople = keepPeople;
    }

    /**
     * The people on a page, in the order of their latest posts.
     *
     * @param friendships those whom Instagram no longer knows, are missing
     * @param lastPosts when each posted last, as far as the page shows it
     */
    record Crowd(
            List<Profile> people,
            Map<PersonId, Friendship> friendships,
            Map<PersonId, Instant> lastPosts,
            @Nullable String next) {}

    static Map<String, String> from(@Nullable String cursor) {
        return cursor == null ? Map.of() : Map.of(CURSOR, cursor);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean writesItsOwnActivity() {
        return true;
    }

    @Override
    public Performed<Crowd> perform(Attempt attempt) {
        var action = attempt.action();
        var hashtag = String.valueOf(action.target());
        return switch (attempt.instagram().hashtag(hashtag, action.payload().get(CURSOR))) {
            case Outcome.Done<Page<Media>>(Page<Media> page) ->
                crowd(
                        attempt.instagram(),
                        others(page, attempt.account().instagramUserId()),
                        lastPosts(page),
                        page.next());
            case Outcome.Refused<Page<Media>>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    private static List<Profile> others(Page<Media> page, @Nullable PersonId self) {
        var owners = new LinkedHashMap<PersonId, Profile>();
        page.items().stream()
                .map(Media::owner)
                .filter(owner -> !owner.id().equals(self))
                .forEach(owner -> owners.putIfAbsent(owner.id(), owner));
        return List.copyOf(owners.values());
    }

    private static Map<PersonId, Instant> lastPosts(Page<Media> page) {
        return page.items().stream()
                .collect(toMap(media -> media.owner().id(), Media::takenAt, BinaryOperator.maxBy(naturalOrder())));
    }

    private static Performed<Crowd> crowd(
            Instagram instagram, List<Profile> people, Map<PersonId, Instant> lastPosts, @Nullable String next) {
        var friendships = new HashMap<PersonId, Friendship>();
        var batches = people.stream().map(Profile::person).gather(Gatherers.windowFixed(ASKED_AT_ONCE));
        for (var batch : batches.toList()) {
            switch (instagram.friendships(batch)) {
                case Outcome.Done<Map<PersonId, Friendship>>(Map<PersonId, Friendship> answer) ->
                    friendships.putAll(answer);
                case Outcome.Refused<Map<PersonId, Friendship>>(Refusal refusal) -> {
                    return new Performed.Refused<>(refusal);
                }
            }
        }
        return new Performed.Succeeded<>(new Crowd(people, friendships, lastPosts, next));
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Crowd> ending) {
        return () -> {
            keep(action, ending);
            return Settled.quietly(Settled.Effect.QUEUED);
        };
    }

    private void keep(Action action, Ending<Crowd> ending) {
        var job = new JobId(action.requireJob());
        switch (ending) {
            case Ending.Succeeded<Crowd>(Crowd crowd) -> keepPeople.keep(job, crowd);
            case Ending.Skipped<Crowd>(ErrorCode reason, String detail) -> keepPeople.giveUp(job, reason, detail);
            case Ending.Failed<Crowd>(ErrorCode code, String detail) -> keepPeople.giveUp(job, code, detail);
            case Ending.Unconfirmed<Crowd>(String detail) ->
                keepPeople.giveUp(job, ErrorCode.ACTION_UNCONFIRMED, detail);
        }
    }
}
