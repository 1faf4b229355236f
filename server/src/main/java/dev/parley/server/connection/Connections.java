package dev.parley.server.connection;

import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.browser.BrowserDriver;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.KeptPasswords;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.Verification;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Awaiting;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.EndedAction;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do to connect an account: each puts work into the person lane of the account's bot and waits for it. */
@Component
class Connections {

    /** Longer than the calls of one step of signing in may take together. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Tenancy tenancy;
    private final ConnectAccount connectAccount;
    private final Accounts accounts;
    private final Drivers drivers;
    private final SignIns signIns;
    private final ReuseSession reuse;
    private final KeptPasswords keptPasswords;
    private final Bots bots;
    private final ActionQueue queue;
    private final Awaiting awaiting;
    private final Clock clock;

    Connections(
            Tenancy tenancy,
            ConnectAccount connectAccount,
            Accounts accounts,
            Drivers drivers,
            SignIns signIns,
            ReuseSession reuse,
            KeptPasswords keptPasswords,
            Bots bots,
            ActionQueue queue,
            Awaiting awaiting,
            Clock clock) {
        this.tenancy = tenancy;
        this.connectAccount = connectAccount;
        this.accounts = accounts;
        this.drivers = drivers;
        this.signIns = signIns;
        this.reuse = reuse;
        this.keptPasswords = keptPasswords;
        this.bots = bots;
        this.queue = queue;
        this.awaiting = awaiting;
        this.clock = clock;
    }

    /** An account, and what became of the step. */
    record Step(AccountId account, SignInResult result) {

        boolean isReused() {
            return result instanceof SignInResult.Connected(boolean reused, Instant until) && reused;
        }

        /** When the session expires; null where there is none yet. */
        @Nullable
        Instant expiresAt() {
            return result instanceof SignInResult.Connected(boolean reused, Instant until) ? until : null;
        }

        /** The verification that is needed next; empty if the account is connected. Refuses as Instagram did. */
        Optional<VerificationId> verification() {
            return switch (result) {
                case SignInResult.Connected connected -> Optional.empty();
                case SignInResult.VerificationNeeded(VerificationId id) -> Optional.of(id);
                case SignInResult.CodeRefused(int triesLeft, String detail) ->
                    throw new BotException(
                            ErrorCode.CODE_INVALID, detail, BotException.Refusal.telling("tries_left", triesLeft));
                case SignInResult.Refused(ErrorCode code, String detail) -> throw new BotException(code, detail);
            };
        }
    }

    /**
     * Always a new session.
     *
     * @param password null where the owner agrees on Instagram's own page instead
     */
    Step logIn(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        return signIn(caller, wish, password, false);
    }

    private Step signInUnlessSignedIn(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        return signIn(caller, wish, password, true);
    }

    private Step signIn(Caller caller, ConnectAccount.Wish wish, @Nullable String password, boolean unlessSignedIn) {
        Supplier<Step> rest = tenancy.in(caller.workspace(), () -> {
            var account = connectAccount.findOrCreate(caller, wish);
            bots.create(caller, account);
            return drivers.takesPassword(account.driver())
                    ? step(
                            caller,
                            signIn(caller, account, demanded(password))
                                    .with(LogIn.payload(unlessSignedIn, wish.keeping())))
                    : agreement(account);
        });
        return rest.get();
    }

    /** The session that there is, if it works and whoever asks knows its password; else a new one. */
    Step ensure(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        var account = tenancy.in(caller.workspace(), () -> connectAccount.findOrCreate(caller, wish));
        if (drivers.takesPassword(account.driver())) {
            demanded(password);
        }
        var known = tenancy.in(caller.workspace(), () -> reuse.find(account.id()));
        var step = known.filter(session -> isReusable(account, session, password))
                .map(session -> new Step(
                        account.id(), new SignInResult.Connected(true, Objects.requireNonNull(session.expiresAt()))))
                .orElseGet(() -> signInUnlessSignedIn(caller, wish, password));
        if (step.isReused() && password != null) {
            tenancy.run(caller.workspace(), () -> keptPasswords.apply(account.id(), wish.keeping(), password));
        }
        return step;
    }

    /** What needs no question to Instagram need not wait for its turn either. */
    private boolean isReusable(Account account, ReuseSession.Known session, @Nullable String password) {
        return drivers.takesPassword(account.driver())
                ? session.fresh() && reuse.recognises(session, demanded(password))
                : session.expiresAt() != null;
    }

    /** Whether the account has a session that works after Instagram was asked, and perhaps signed in to. */
    boolean isConnectedAgain(Caller caller, Account account) {
        return again(caller, account) instanceof SignInResult.Connected;
    }

    /** Refuses as Instagram does, and with SESSION_INVALID where no password is kept that may be used now. */
    void signInAgain(Caller caller, Account account) {
        new Step(account.id(), again(caller, account)).verification();
    }

    private SignInResult again(Caller caller, Account account) {
        var ended = ended(caller, () -> NewAction.forPerson(account.id(), SignInAgain.KIND, caller.user()));
        return ended.code() == null
                ? SignInResult.of(ended.result())
                : new SignInResult.Refused(
                        ended.code(),
                        Objects.requireNonNullElse(ended.detail(), ended.code().description()));
    }

    private static NewAction signIn(Caller caller, Account account, String password) {
        return NewAction.forPerson(account.id(), LogIn.KIND, caller.user()).withSecret(password);
    }

    private Supplier<Step> agreement(Account account) {
        var waiting = signIns.beginAuthorization(account.id());
        return () -> new Step(account.id(), new SignInResult.VerificationNeeded(waiting.id()));
    }

    private static String demanded(@Nullable String password) {
        if (password == null || password.isEmpty()) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "The account's password is missing.",
                    BotException.Refusal.of(List.of(new BotException.Field("password", "must not be empty"))));
        }
        return password;
    }

    /** @param broughtBack what the owner's browser brought back from Instagram's page */
    Step agreed(Caller caller, VerificationId id, Map<String, String> broughtBack) {
        return step(caller, () -> {
            var agreed = signIns.authorization(id, broughtBack);
            return NewAction.forPerson(agreed.account().id(), Authorize.KIND, caller.user())
                    .with(Map.of(AnswerCode.VERIFICATION, id.toString()))
                    .withSecret(Authorize.secret(broughtBack));
        });
    }

    Step answer(Caller caller, VerificationId id, String code) {
        return step(caller, () -> {
            var answer = signIns.code(id, code);
            return NewAction.forPerson(answer.account().id(), AnswerCode.KIND, caller.user())
                    .with(Map.of(AnswerCode.VERIFICATION, id.toString()))
                    .withSecret(code);
        });
    }

    /** @param method null repeats the method last used */
    Step sendCode(Caller caller, VerificationId id, @Nullable String method) {
        return step(caller, () -> {
            var wanted = signIns.newCode(id, method(method));
            var payload = method == null
                    ? Map.of(AnswerCode.VERIFICATION, id.toString())
                    : Map.of(AnswerCode.VERIFICATION, id.toString(), SendCode.METHOD, method);
            return NewAction.forPerson(wanted.account().id(), SendCode.KIND, caller.user())
                    .with(payload);
        });
    }

    private static @Nullable VerificationMethod method(@Nullable String word) {
        try {
            return word == null ? null : VerificationMethod.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "There is no such way of getting a code.",
                    BotException.Refusal.of(List.of(
                            new BotException.Field("method", "one of " + List.of(VerificationMethod.values())))));
        }
    }

    WaitingSignIn waiting(Caller caller, VerificationId id) {
        return tenancy.in(caller.workspace(), () -> {
            var verification = signIns.waiting(id);
            var page = verification.kind() == Verification.Kind.AUTHORIZATION ? signIns.authorizationPage(id) : null;
            return new WaitingSignIn(accounts.get(verification.account()), verification, page);
        });
    }

    /**
     * What a check of the session showed.
     *
     * @param reason why it is not valid
     */
    record Tested(
            boolean sessionValid,
            Instant checkedAt,
            @Nullable String reason) {}

    Tested test(Caller caller, @Nullable AccountId named) {
        var account = tenancy.in(caller.workspace(), () -> accounts.pick(named).filter(bots::exists));
        if (account.isEmpty()) {
            return new Tested(false, clock.instant(), "No Instagram account is connected.");
        }
        var result = ended(caller, () -> NewAction.forPerson(account.get().id(), TestSession.KIND, caller.user()))
                .orThrow()
                .result();
        return new Tested(
                Boolean.parseBoolean(result.get(TestSession.VALID)),
                Instant.parse(result.getOrDefault(
                        TestSession.CHECKED_AT, clock.instant().toString())),
                result.get(TestSession.REASON));
    }

    /** Refuses with ACCOUNT_NOT_FOUND. */
    Account account(Caller caller, AccountId id) {
        return tenancy.in(caller.workspace(), () -> accounts.get(id));
    }

    List<DriverCheck> driverChecks(Account account) {
        return DriverCheck.of(drivers.named(account.driver()).capabilities());
    }

    DriverReport check(Caller caller, Account account, DriverCheck check) {
        var ended = ended(
                caller,
                () -> NewAction.forPerson(account.id(), CheckDriver.KIND, caller.user())
                        .with(Map.of(CheckDriver.CHECK, check.word())));
        return DriverReport.of(ended.orThrow().result());
    }

    /** Refuses with DRIVER_CANNOT where the account is not worked in a browser. */
    UUID takePicture(Caller caller, Account account) {
        if (!account.driver().equals(BrowserDriver.NAME)) {
            throw new BotException(
                    ErrorCode.DRIVER_CANNOT,
                    "@%s is not worked in a browser, so there is nothing to see.".formatted(account.username()));
        }
        var result = ended(caller, () -> NewAction.forPerson(account.id(), TakePicture.KIND, caller.user()))
                .orThrow()
                .result();
        return UUID.fromString(String.valueOf(result.get(TakePicture.PICTURE)));
    }

    /** Stops the bot even if the session cannot be ended now. */
    Optional<Account> logOut(Caller caller, @Nullable AccountId named) {
        var account = tenancy.in(caller.workspace(), () -> accounts.pick(named).filter(bots::exists));
        account.ifPresent(known -> {
            tenancy.run(caller.workspace(), () -> bots.stop(caller, known));
            ended(caller, () -> NewAction.forPerson(known.id(), LogOut.KIND, caller.user()))
                    .orThrow();
        });
        return account;
    }

    private Step step(Caller caller, Supplier<NewAction> prepared) {
        Supplier<Step> rest = tenancy.in(caller.workspace(), () -> step(caller, prepared.get()));
        return rest.get();
    }

    private Supplier<Step> step(Caller caller, NewAction action) {
        var ended = queued(caller, action);
        return () ->
                new Step(action.account(), SignInResult.of(ended.get().orThrow().result()));
    }

    private EndedAction ended(Caller caller, Supplier<NewAction> prepared) {
        Supplier<EndedAction> rest = tenancy.in(caller.workspace(), () -> queued(caller, prepared.get()));
        return rest.get();
    }

    /** In the transaction of the caller's workspace; what it gives waits, and is asked after that. */
    private Supplier<EndedAction> queued(Caller caller, NewAction action) {
        bots.requireAwake(action.account());
        UUID id = queue.add(caller.workspace(), action);
        return () -> awaiting.await(caller.workspace(), id, PATIENCE)
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACTION_TIMED_OUT, "Instagram has not answered within %s.".formatted(PATIENCE)));
    }
}
