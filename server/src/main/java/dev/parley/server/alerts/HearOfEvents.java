package dev.parley.server.alerts;

import dev.parley.server.account.AccountState;
import dev.parley.server.account.AccountTroubled;
import dev.parley.server.account.SignedInAgain;
import dev.parley.server.activity.CriticalError;
import dev.parley.server.automation.JobEnded;
import dev.parley.server.bot.LimitReached;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.workspace.WorkspaceAdded;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What other packages say has happened, as one is told of it. Heard in the transaction in which it happens. */
@Component
class HearOfEvents {

    private final RaiseAlerts raise;
    private final Rules rules;
    private final Clock clock;

    HearOfEvents(RaiseAlerts raise, Rules rules, Clock clock) {
        this.raise = raise;
        this.rules = rules;
        this.clock = clock;
    }

    @EventListener
    void hear(AccountTroubled troubled) {
        event(troubled)
                .map(event -> Happening.of(event, troubled.account(), troubled.username())
                        .state(troubled.state())
                        .code(troubled.code()))
                .ifPresent(raise::raise);
    }

    private static Optional<AlertEvent> event(AccountTroubled troubled) {
        return Optional.ofNullable(
                switch (troubled.state()) {
                    case ACTION_BLOCKED ->
                        troubled.code() == ErrorCode.PERSON_NEEDED
                                ? AlertEvent.NEEDS_ATTENTION
                                : AlertEvent.ACTION_BLOCKED;
                    case RATE_LIMITED -> AlertEvent.RATE_LIMITED;
                    case LOGIN_REQUIRED -> AlertEvent.SESSION_LOST;
                    case VERIFICATION_REQUIRED, SUSPENDED -> AlertEvent.NEEDS_ATTENTION;
                    case DEGRADED -> AlertEvent.ACTION_BLOCKED;
                    case DISCONNECTED, CONNECTING, CONNECTED -> null;
                });
    }

    @EventListener
    void hear(SignedInAgain signedIn) {
        raise.raise(Happening.of(AlertEvent.SIGNED_IN_AGAIN, signedIn.account(), signedIn.username())
                .state(AccountState.CONNECTED));
    }

    @EventListener
    void hear(LimitReached reached) {
        raise.raise(Happening.of(AlertEvent.LIMIT_REACHED, reached.account(), reached.username())
                .code(ErrorCode.QUOTA_REACHED)
                .about(reached.limit()));
    }

    @EventListener
    void hear(JobEnded ended) {
        raise.raise(Happening.of(
                        ended.failed() ? AlertEvent.JOB_FAILED : AlertEvent.JOB_COMPLETED,
                        ended.account(),
                        ended.username())
                .code(ended.code())
                .about(ended.job().toString())
                .at("/jobs/" + ended.job()));
    }

    @EventListener
    void hear(CriticalError error) {
        raise.raise(new Happening(
                AlertEvent.CRITICAL_ERROR,
                error.account(),
                error.accountName(),
                null,
                error.code(),
                "",
                "/errors/" + error.code().code()));
    }

    /** From the beginning, owners are told by mail of what a person must know of to keep the accounts at work. */
    @EventListener
    void hear(WorkspaceAdded added) {
        rules.put(new Rule(
                RuleId.create(),
                "What needs somebody",
                List.copyOf(AlertEvent.URGENT),
                true,
                List.of(),
                List.of(),
                true,
                clock.instant()));
    }
}
