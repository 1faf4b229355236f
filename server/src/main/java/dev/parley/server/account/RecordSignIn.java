package dev.parley.server.account;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignInOutcome;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores what came of a step of signing in. */
@Component
class RecordSignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Verifications verifications;
    private final Health health;
    private final KeptPasswords keptPasswords;
    private final ActivityLog activities;
    private final AuditAccounts audit;
    private final ApplicationEventPublisher events;

    RecordSignIn(
            Accounts accounts,
            Sessions sessions,
            Verifications verifications,
            Health health,
            KeptPasswords keptPasswords,
            ActivityLog activities,
            AuditAccounts audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.verifications = verifications;
        this.health = health;
        this.keptPasswords = keptPasswords;
        this.activities = activities;
        this.audit = audit;
        this.events = events;
    }

    Recorded record(Asked asked, Activity.Who who) {
        return switch (asked) {
            case Asked.Answered answered -> told(answered.step(), answered(answered), who);
            case Asked.GivenBack(SignInStep step, ErrorCode code, String detail) -> {
                verifications.end(step.account().id());
                yield told(step, refused(step.account(), code, detail), who);
            }
            case Asked.Reused(Account account) -> new Recorded.Reused(account, expiry(account.id()));
        };
    }

    private Recorded told(SignInStep step, Recorded recorded, Activity.Who who) {
        activities.record(activity(step, recorded, who));
        audit.signedIn(step.account(), recorded, who);
        if (isAgain(step)) {
            tellOfSigningInByItself(step.account(), recorded);
        }
        return recorded;
    }

    /** Nobody sits before it. */
    private void tellOfSigningInByItself(Account account, Recorded recorded) {
        switch (recorded) {
            case Recorded.Connected connected ->
                events.publishEvent(new SignedInAgain(account.id(), account.username()));
            case Recorded.VerificationNeeded needed ->
                events.publishEvent(new AccountTroubled(
                        account.id(), account.username(), AccountState.VERIFICATION_REQUIRED, null));
            case Recorded.Refused refused ->
                events.publishEvent(new AccountTroubled(
                        account.id(), account.username(), AccountState.LOGIN_REQUIRED, refused.code()));
            case Recorded.Reused reused -> {}
            case Recorded.CodeRefused codeRefused -> {}
        }
    }

    private Recorded answered(Asked.Answered answered) {
        var step = answered.step();
        var account = step.account();
        return switch (answered.outcome()) {
            case SignInOutcome.SignedIn signedIn -> connected(answered, signedIn);
            case SignInOutcome.NeedsVerification(PendingSignIn pending) -> verificationNeeded(answered, pending);
            case SignInOutcome.CredentialsRefused(String detail) -> {
                forgetRefused(step);
                yield refused(account, ErrorCode.INSTAGRAM_CREDENTIALS_REFUSED, detail);
            }
            case SignInOutcome.CodeRefused(PendingSignIn pending, String detail) -> codeRefused(step, pending, detail);
            case SignInOutcome.VerificationEnded(String detail) -> {
                verifications.end(account.id());
                yield refused(account, ErrorCode.VERIFICATION_ENDED, detail);
            }
            case SignInOutcome.Refused(Refusal refusal) -> refused(account, refusal);
        };
    }

    private Recorded connected(Asked.Answered answered, SignInOutcome.SignedIn signedIn) {
        var account = answered.step().account().id();
        sessions.start(account, signedIn.session(), passwordHash(answered));
        applyKeeping(answered.step());
        verifications.end(account);
        var connected = accounts.get(account);
        events.publishEvent(new AccountConnected(connected));
        return new Recorded.Connected(connected, expiry(account));
    }

    private void applyKeeping(SignInStep step) {
        if (step instanceof SignInStep.Login login) {
            keptPasswords.apply(login.account().id(), login.keeping(), login.password());
        }
    }

    private void forgetRefused(SignInStep step) {
        if (isAgain(step)) {
            keptPasswords.forget(step.account().id());
        }
    }

    private static boolean isAgain(SignInStep step) {
        return step instanceof SignInStep.Login login && login.keeping() == Keeping.KEPT;
    }

    private Instant expiry(AccountId account) {
        return Objects.requireNonNull(health.of(account).expiresAt());
    }

    private @Nullable String passwordHash(Asked.Answered answered) {
        return switch (answered.step()) {
            case SignInStep.Login login -> answered.passwordHash();
            case SignInStep.Authorization withoutPassword -> null;
            case SignInStep.Code code ->
                verifications.passwordHash(code.verification()).orElse(null);
            case SignInStep.NewCode newCode ->
                verifications.passwordHash(newCode.verification()).orElse(null);
        };
    }

    private Recorded verificationNeeded(Asked.Answered answered, PendingSignIn pending) {
        var account = answered.step().account();
        var wanted = Wanted.of(pending);
        applyKeeping(answered.step());
        var verification = switch (answered.step()) {
            case SignInStep.Login login ->
                verifications.add(VerificationId.create(), account, wanted, answered.passwordHash());
            case SignInStep.Authorization agreed -> verifications.goOn(account, agreed.verification(), wanted);
            case SignInStep.Code code -> verifications.goOn(account, code.verification(), wanted);
            case SignInStep.NewCode newCode -> verifications.goOn(account, newCode.verification(), wanted);
        };
        sessions.markUnlessValid(account.id(), AccountState.VERIFICATION_REQUIRED, null, null);
        return new Recorded.VerificationNeeded(verification);
    }

    private Recorded codeRefused(SignInStep step, PendingSignIn pending, String detail) {
        return switch (step) {
            case SignInStep.Login login -> throw new IllegalStateException("A login has no code to refuse: " + login);
            case SignInStep.Authorization agreed ->
                throw new IllegalStateException("Agreeing has no code to refuse: " + agreed);
            case SignInStep.Code code -> codeRefused(code.account(), code.verification(), pending, detail);
            case SignInStep.NewCode newCode -> codeRefused(newCode.account(), newCode.verification(), pending, detail);
        };
    }

    private Recorded codeRefused(Account account, VerificationId id, PendingSignIn pending, String detail) {
        var verification = verifications.wrongCode(account, id, pending);
        if (verification.triesLeft() == 0) {
            sessions.markUnlessValid(account.id(), signedOut(account), ErrorCode.VERIFICATION_ENDED, detail);
        }
        return new Recorded.CodeRefused(verification.triesLeft(), verification, detail);
    }

    /** After a failure on the way, and where Instagram asks to slow down, the same code may be sent again. */
    private Recorded refused(Account account, Refusal refusal) {
        if (refusal instanceof Refusal.InvalidTarget another) {
            verifications.end(account.id());
            return refused(account, ErrorCode.ACCOUNT_MISMATCH, another.detail());
        }
        if (refusal instanceof Refusal.PersonNeeded) {
            verifications.end(account.id());
        }
        var waits = verifications.waiting(account.id()).isPresent();
        var state = RefusalCodes.state(refusal).orElse(waits ? AccountState.VERIFICATION_REQUIRED : signedOut(account));
        sessions.markUnlessValid(account.id(), state, RefusalCodes.code(refusal), refusal.detail());
        return new Recorded.Refused(RefusalCodes.code(refusal), refusal.detail());
    }

    private Recorded refused(Account account, ErrorCode code, String detail) {
        sessions.markUnlessValid(account.id(), signedOut(account), code, detail);
        return new Recorded.Refused(code, detail);
    }

    void interrupted(AccountId id) {
        var account = accounts.get(id);
        verifications.end(id);
        sessions.markUnlessValid(
                id,
                signedOut(account),
                ErrorCode.SIGN_IN_INTERRUPTED,
                "The server stopped while the sign-in was under way.");
    }

    private static AccountState signedOut(Account account) {
        return account.wasConnected() ? AccountState.LOGIN_REQUIRED : AccountState.DISCONNECTED;
    }

    private static Activity activity(SignInStep step, Recorded recorded, Activity.Who who) {
        var account = step.account();
        var activity = Activity.of(action(step), status(recorded))
                .in(account.workspace())
                .on(account.id(), account.username())
                .by(who.user(), who.name());
        return switch (recorded) {
            case Recorded.Connected connected ->
                activity.message(
                                isAgain(step)
                                        ? "Instagram had ended the session; Parley signed in again with the password that it keeps."
                                        : "Instagram signed in.")
                        .build();
            case Recorded.Reused reused ->
                throw new IllegalStateException("A step of signing in reuses nothing: " + step);
            case Recorded.VerificationNeeded(Verification verification) ->
                activity.message("Instagram asks for a code.")
                        .with("kind", verification.kind().name())
                        .build();
            case Recorded.CodeRefused(int triesLeft, Verification verification, String detail) ->
                activity.code(ErrorCode.CODE_INVALID)
                        .message(detail)
                        .with("tries_left", triesLeft)
                        .build();
            case Recorded.Refused(ErrorCode code, String detail) ->
                activity.code(code).message(detail).build();
        };
    }

    private static String action(SignInStep step) {
        return switch (step) {
            case SignInStep.Login login -> isAgain(step) ? "sign-in-again" : "sign-in";
            case SignInStep.Authorization agreed -> "sign-in";
            case SignInStep.Code code -> "verify";
            case SignInStep.NewCode newCode -> "send-code";
        };
    }

    private static Status status(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Connected connected -> Status.SUCCEEDED;
            case Recorded.Reused reused -> Status.INFO;
            case Recorded.VerificationNeeded needed -> Status.INFO;
            case Recorded.CodeRefused refused -> Status.FAILED;
            case Recorded.Refused refused -> Status.FAILED;
        };
    }
}
