package dev.parley.server.account;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.Passwords;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owner allows Parley to keep an account's password, or does not allow it any more. */
@Component
public class ChangeKeeping {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Sessions sessions;
    private final KeptPasswords keptPasswords;
    private final Passwords passwords;
    private final ActivityLog log;

    ChangeKeeping(
            Tenancy tenancy,
            Accounts accounts,
            Sessions sessions,
            KeptPasswords keptPasswords,
            Passwords passwords,
            ActivityLog log) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.sessions = sessions;
        this.keptPasswords = keptPasswords;
        this.passwords = passwords;
        this.log = log;
    }

    /** Refuses a password that is not the one of the last sign-in. Hashes; not to be called inside a transaction. */
    public void keep(Caller caller, AccountId id, @Nullable String password) {
        var account = tenancy.in(caller.workspace(), () -> accounts.get(id));
        var standing =
                tenancy.in(caller.workspace(), () -> sessions.standing(id)).orElseThrow(() -> NoSession.of(account));
        if (password == null || password.isEmpty() || !isOwners(password, standing)) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "This is not the password with which @%s was signed in.".formatted(account.username()),
                    Refusal.of(List.of(new Field("password", "must be the one of the last sign-in"))));
        }
        tenancy.run(caller.workspace(), () -> {
            keptPasswords.apply(id, Keeping.KEEP, password);
            note(caller, account, "keep-password");
        });
    }

    private boolean isOwners(String password, SessionStanding standing) {
        return standing.passwordHash() != null && passwords.matches(password, standing.passwordHash());
    }

    public void forget(Caller caller, AccountId id) {
        tenancy.run(caller.workspace(), () -> {
            var account = accounts.get(id);
            keptPasswords.forget(id);
            note(caller, account, "forget-password");
        });
    }

    private void note(Caller caller, Account account, String action) {
        log.record(Activity.of(action, Status.SUCCEEDED)
                .in(account.workspace())
                .on(account.id(), account.username())
                .by(caller.user(), caller.username())
                .build());
    }
}
