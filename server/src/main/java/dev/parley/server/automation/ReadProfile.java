package dev.parley.server.automation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads the profile of one person of a job, for filters to which a list does not say enough. */
@Component
class ReadProfile implements ActionHandler<Profile> {

    static final String KIND = "read-profile";

    private final KeepProfile keepProfile;

    ReadProfile(KeepProfile keepProfile) {
        this.keepProfile = keepProfile;
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
    public Performed<Profile> perform(Attempt attempt) {
        var action = attempt.action();
        var username = String.valueOf(action.target());
        return switch (attempt.instagram().person(username)) {
            case Outcome.Done<Profile>(Profile profile) ->
                profile.id().value().equals(action.requireTargetId())
                        ? new Performed.Succeeded<>(profile)
                        : new Performed.Skipped<>(
                                ErrorCode.FOLLOW_TARGET_GONE, "Somebody else is called @" + username + " now.");
            case Outcome.Refused<Profile>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Profile> ending) {
        return () -> Settled.quietly(
                switch (ending) {
                    case Ending.Succeeded<Profile>(Profile profile) -> keepProfile.keep(action, profile);
                    case Ending.Skipped<Profile>(ErrorCode reason, String detail) ->
                        keepProfile.leaveOut(action, reason, detail);
                    case Ending.Failed<Profile>(ErrorCode code, String detail) ->
                        keepProfile.leaveOut(action, code, detail);
                    case Ending.Unconfirmed<Profile>(String detail) ->
                        keepProfile.leaveOut(action, ErrorCode.ACTION_UNCONFIRMED, detail);
                });
    }
}
