package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.KeptPasswords;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.SignIns;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do to connect an account, and to connect it again. */
@Component
class Connections {

    private final Tenancy tenancy;
    private final ConnectAccount connectAccount;
    private final Drivers drivers;
    private final SignIns signIns;
    private final ReuseSession reuse;
    private final KeptPasswords keptPasswords;
    private final Bots bots;
    private final Errands errands;

    Connections(
            Tenancy tenancy,
            ConnectAccount connectAccount,
            Drivers drivers,
            SignIns signIns,
            ReuseSession reuse,
            KeptPasswords keptPasswords,
            Bots bots,
            Errands errands) {
        this.tenancy = tenancy;
        this.connectAccount = connectAccount;
        this.drivers = drivers;
        this.signIns = signIns;
        this.reuse = reuse;
        this.keptPasswords = keptPasswords;
        this.bots = bots;
        this.errands = errands;
    }

    /**
     * Always a new session.
     *
     * @param password null where the owner agrees on Instagram's own page instead
     */
    ConnectionStep logIn(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        return signIn(caller, wish, password, false);
    }

    private ConnectionStep signInUnlessSignedIn(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        return signIn(caller, wish, password, true);
    }

    private ConnectionStep signIn(
            Caller caller, ConnectAccount.Wish wish, @Nullable String password, boolean unlessSignedIn) {
        Supplier<ConnectionStep> rest = tenancy.in(caller.workspace(), () -> {
            var account = connectAccount.findOrCreate(caller, wish);
            bots.create(caller, account);
            return drivers.takesPassword(account.driver())
                    ? errands.orderStep(
                            caller,
                            signIn(caller, account, demanded(password))
                                    .with(LogIn.payload(unlessSignedIn, wish.keeping())))
                    : agreement(account);
        });
        return rest.get();
    }

    /** The session that there is, if it works and whoever asks knows its password; else a new one. */
    ConnectionStep ensure(Caller caller, ConnectAccount.Wish wish, @Nullable String password) {
        var account = tenancy.in(caller.workspace(), () -> connectAccount.findOrCreate(caller, wish));
        if (drivers.takesPassword(account.driver())) {
            demanded(password);
        }
        var known = tenancy.in(caller.workspace(), () -> reuse.find(account.id()));
        var step = known.filter(session -> isReusable(account, session, password))
                .map(session -> new ConnectionStep(
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
        new ConnectionStep(account.id(), again(caller, account)).verification();
    }

    private SignInResult again(Caller caller, Account account) {
        var ended = errands.run(caller, () -> NewAction.forPerson(account.id(), SignInAgain.KIND, caller.user()));
        return ended.code() == null
                ? SignInResult.of(ended.result())
                : new SignInResult.Refused(
                        ended.code(),
                        Objects.requireNonNullElse(ended.detail(), ended.code().description()));
    }

    private static NewAction signIn(Caller caller, Account account, String password) {
        return NewAction.forPerson(account.id(), LogIn.KIND, caller.user()).withSecret(password);
    }

    private Supplier<ConnectionStep> agreement(Account account) {
        var waiting = signIns.beginAuthorization(account.id());
        return () -> new ConnectionStep(account.id(), new SignInResult.VerificationNeeded(waiting.id()));
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
}
