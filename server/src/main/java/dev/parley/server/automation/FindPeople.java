package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one page of a job's source, and how the account stands to the people on it where that matters. */
@Component
class FindPeople implements Reading<FindPeople.Crowd> {

    static final String KIND = "find-people";

    private static final int ASKED_AT_ONCE = 100;

    private final KeepPeople keepPeople;

    FindPeople(KeepPeople keepPeople) {
        this.keepPeople = keepPeople;
    }

    /**
     * The people on a page, in the source's order.
     *
     * @param unknown the name of somebody whom Instagram does not know; null where it knows them all
     * @param friendships those whom Instagram no longer knows, are missing; empty where they were not asked for
     */
    record Crowd(
            List<Sighting> people,
            @Nullable String unknown,
            Map<PersonId, Friendship> friendships,
            @Nullable String next) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Performed<Crowd> perform(Attempt attempt) {
        var finding = Finding.of(attempt.action());
        var self = attempt.account().instagramUserId();
        return switch (new Places(attempt.instagram()).page(finding)) {
            case Outcome.Done<Page<Sighting>>(Page<Sighting> page) -> {
                var others = page.items().stream()
                        .filter(person -> !person.id().equals(self))
                        .toList();
                yield finding.action().asksForFriendships()
                        ? crowd(attempt.instagram(), others, page.next())
                        : new Performed.Succeeded<>(new Crowd(others, null, Map.of(), page.next()));
            }
            case Outcome.Refused<Page<Sighting>>(Refusal refusal) -> refused(finding, refusal);
        };
    }

    /** Of a list of names, one that is wrong is no more than that. */
    private static Performed<Crowd> refused(Finding finding, Refusal refusal) {
        return switch (refusal) {
            case Refusal.UserNotFound unknown
            when finding.source().equals(Source.People.STORED) ->
                new Performed.Succeeded<>(new Crowd(List.of(), finding.requireName(), Map.of(), finding.next()));
            case Refusal.PrivateAccount shut -> new Performed.Failed<>(ErrorCode.SOURCE_PRIVATE, shut.detail());
            default -> new Performed.Refused<>(refusal);
        };
    }

    private static Performed<Crowd> crowd(Instagram instagram, List<Sighting> people, @Nullable String next) {
        var friendships = new HashMap<PersonId, Friendship>();
        var batches = people.stream()
                .map(Sighting::profile)
                .map(Profile::person)
                .gather(Gatherers.windowFixed(ASKED_AT_ONCE));
        for (var batch : batches.toList()) {
            switch (instagram.friendships(batch)) {
                case Outcome.Done<Map<PersonId, Friendship>>(Map<PersonId, Friendship> answer) ->
                    friendships.putAll(answer);
                case Outcome.Refused<Map<PersonId, Friendship>>(Refusal refusal) -> {
                    return new Performed.Refused<>(refusal);
                }
            }
        }
        return new Performed.Succeeded<>(new Crowd(people, null, friendships, next));
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
