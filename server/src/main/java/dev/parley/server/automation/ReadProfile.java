package dev.parley.server.automation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads the profile of one person of a job, for filters to which a list does not say enough. */
@Component
class ReadProfile implements Reading<ReadProfile.Read> {

    static final String KIND = "read-profile";

    private static final String LANGUAGE = "language";

    private final KeepProfile keepProfile;

    ReadProfile(KeepProfile keepProfile) {
        this.keepProfile = keepProfile;
    }

    /** @param languages in which the biography may be written; empty where nobody can tell, or it does not matter */
    record Read(Profile profile, List<String> languages) {}

    /** The language is told here and not where it is judged: loading what it takes would hold up a transaction. */
    static Map<String, String> payload(Filters filters) {
        return filters.languages() == null ? Map.of() : Map.of(LANGUAGE, "asked");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Performed<Read> perform(Attempt attempt) {
        var action = attempt.action();
        var username = String.valueOf(action.target());
        return switch (attempt.instagram().person(username)) {
            case Outcome.Done<Profile>(Profile profile) ->
                profile.id().value().equals(action.requireTargetId())
                        ? new Performed.Succeeded<>(read(action, profile))
                        : new Performed.Skipped<>(
                                ErrorCode.FOLLOW_TARGET_GONE, "Somebody else is called @" + username + " now.");
            case Outcome.Refused<Profile>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    private static Read read(Action action, Profile profile) {
        return new Read(
                profile, action.payload().containsKey(LANGUAGE) ? Languages.of(profile.biography()) : List.of());
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Read> ending) {
        return () -> Settled.quietly(
                switch (ending) {
                    case Ending.Succeeded<Read>(Read read) -> keepProfile.keep(action, read);
                    case Ending.Skipped<Read>(ErrorCode reason, String detail) ->
                        keepProfile.leaveOut(action, reason, detail);
                    case Ending.Failed<Read>(ErrorCode code, String detail) ->
                        keepProfile.leaveOut(action, code, detail);
                    case Ending.Unconfirmed<Read>(String detail) ->
                        keepProfile.leaveOut(action, ErrorCode.ACTION_UNCONFIRMED, detail);
                });
    }
}
