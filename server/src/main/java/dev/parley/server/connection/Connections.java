package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.ConnectAccount;
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
import java.util.Map;
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
    private final SignIns signIns;
    private final Bots bots;
    private final ActionQueue queue;
    private final Awaiting awaiting;
    private final Clock clock;

    Connections(
            Tenancy tenancy,
            ConnectAccount connectAccount,
            Accounts accounts,
            SignIns signIns,
            Bots bots,
            ActionQueue queue,
            Awaiting awaiting,
            Clock clock) {
        this.tenancy = tenancy;
        this.connectAccount = connectAccount;
        this.accounts = accounts;
        this.signIns = signIns;
        this.bots = bots;
        this.queue = queue;
        this.awaiting = awaiting;
        this.clock = clock;
    }

    /** An account, and what became of the step. */
    record Step(AccountId account, SignInResult result) {

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

    Step logIn(Caller caller, ConnectAccount.Wish wish, String password) {
        return step(caller, () -> {
            var account = connectAccount.findOrCreate(caller, wish);
            bots.create(caller, account);
            return NewAction.forPerson(account.id(), LogIn.KIND, caller.user()).withSecret(password);
        });
    }

    Step answer(Caller caller, VerificationId id, String code) {
        return step(caller, () -> {
            var waiting = signIns.waiting(id);
            return NewAction.forPerson(waiting.account(), AnswerCode.KIND, caller.user())
                    .with(Map.of(AnswerCode.VERIFICATION, id.toString()))
                    .withSecret(code);
        });
    }

    /** @param method null repeats the method last used */
    Step sendCode(Caller caller, VerificationId id, @Nullable String method) {
        return step(caller, () -> {
            var waiting = signIns.waiting(id);
            var payload = method == null
                    ? Map.of(AnswerCode.VERIFICATION, id.toString())
                    : Map.of(AnswerCode.VERIFICATION, id.toString(), SendCode.METHOD, method);
            return NewAction.forPerson(waiting.account(), SendCode.KIND, caller.user())
                    .with(payload);
        });
    }

    Verification verification(Caller caller, VerificationId id) {
        return tenancy.in(caller.workspace(), () -> signIns.waiting(id));
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
        var account = new AccountId[1];
        var ended = ended(caller, () -> {
            var action = prepared.get();
            account[0] = action.account();
            return action;
        });
        return new Step(account[0], SignInResult.of(ended.orThrow().result()));
    }

    private EndedAction ended(Caller caller, Supplier<NewAction> prepared) {
        UUID id = tenancy.in(caller.workspace(), () -> {
            var action = prepared.get();
            bots.requireAwake(action.account());
            return queue.add(caller.workspace(), action);
        });
        return awaiting.await(caller.workspace(), id, PATIENCE)
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACTION_TIMED_OUT, "Instagram has not answered within %s.".formatted(PATIENCE)));
    }
}
