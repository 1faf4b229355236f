package dev.parley.server.connection;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks one of the calls that change nothing, and tells what became of it without a word of what was read. */
@Component
class CheckDriver implements ActionHandler<DriverReport> {

    static final String KIND = "check-driver";
    static final String CHECK = "check";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    /** An answer that is not understood is what is to be found out, and no reason to try again. */
    @Override
    public Performed<DriverReport> perform(Attempt attempt) {
        var word = attempt.action().payload().getOrDefault(CHECK, "");
        var check = DriverCheck.named(word)
                .orElseThrow(() -> new IllegalStateException("There is no check of the name " + word));
        var begun = System.nanoTime();
        var outcome = check.ask(attempt.instagram());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return switch (outcome) {
            case Outcome.Done<Integer>(Integer read) ->
                new Performed.Succeeded<>(DriverReport.asExpected(check, read, took));
            case Outcome.Refused<Integer>(Refusal.SlowDown stop) -> new Performed.Refused<>(stop);
            case Outcome.Refused<Integer>(Refusal.PersonNeeded stop) -> new Performed.Refused<>(stop);
            case Outcome.Refused<Integer>(Refusal refusal) ->
                new Performed.Succeeded<>(
                        DriverReport.refused(check, refusal, attempt.account().username(), took));
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<DriverReport> ending) {
        return () -> Settled.telling(settled(action, ending));
    }

    private Map<String, String> settled(Action action, Ending<DriverReport> ending) {
        return switch (ending) {
            case Ending.Succeeded<DriverReport>(DriverReport report) -> report.asTexts();
            case Ending.Skipped<DriverReport>(ErrorCode code, String detail) -> Map.of();
            case Ending.Failed<DriverReport>(ErrorCode code, String detail) -> Map.of();
            case Ending.Unconfirmed<DriverReport> unconfirmed -> Map.of();
        };
    }
}
