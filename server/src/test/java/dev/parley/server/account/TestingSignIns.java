package dev.parley.server.account;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.activity.Activity;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does for one person what the bot does: each step prepared, asked and recorded apart. */
final class TestingSignIns {

    static final String PASSWORD = "sandbox-pass";

    private final TestingParley parley;
    private final Caller caller;

    TestingSignIns(TestingParley parley, Caller caller) {
        this.parley = parley;
        this.caller = caller;
    }

    Account account(String username) {
        return in(() ->
                parley.bean(ConnectAccount.class).findOrCreate(caller, new ConnectAccount.Wish(username, null, false)));
    }

    Recorded login(String username) {
        return login(username, PASSWORD);
    }

    Recorded login(String username, String password) {
        return login(username, password, Keeping.AS_BEFORE);
    }

    Recorded login(String username, String password, Keeping keeping) {
        var account = account(username);
        return step(() -> signIns().login(account.id(), password, keeping));
    }

    Verification waitingLogin(String username) {
        return ((Recorded.VerificationNeeded) login(username)).verification();
    }

    Recorded code(Verification verification, String code) {
        return step(() -> signIns().code(verification.id(), code));
    }

    Recorded newCode(Verification verification, @Nullable VerificationMethod method) {
        return step(() -> signIns().newCode(verification.id(), method));
    }

    private Recorded step(Supplier<? extends SignInStep> prepare) {
        var step = in(prepare::get);
        var asked = signIns().ask(step);
        return in(() -> signIns().record(asked, who()));
    }

    Checked check(AccountId account) {
        var check = parley.bean(Check.class);
        var prepared = in(() -> check.prepare(account));
        var asked = check.ask(prepared);
        return in(() -> check.record(asked));
    }

    void signOut(AccountId account) {
        var signOut = parley.bean(SignOut.class);
        var prepared = in(() -> signOut.prepare(account));
        var asked = signOut.ask(prepared);
        in(() -> {
            signOut.record(asked, who());
            return true;
        });
    }

    AccountHealth health(AccountId account) {
        return in(() -> parley.bean(Health.class).of(account));
    }

    <T> T in(Supplier<T> work) {
        return parley.bean(Tenancy.class).in(caller.workspace(), work);
    }

    private SignIns signIns() {
        return parley.bean(SignIns.class);
    }

    private Activity.Who who() {
        return new Activity.Who(caller.user(), caller.username());
    }
}
