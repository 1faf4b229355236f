package dev.parley.server.account;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a step of signing in needs. */
@Component
class PrepareSignIn {

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s-]+");
    /** Authenticator and message codes have six digits, backup codes eight; some room for others. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{4,16}");

    private final Accounts accounts;
    private final Identities identities;
    private final Verifications verifications;
    private final Sessions sessions;

    PrepareSignIn(Accounts accounts, Identities identities, Verifications verifications, Sessions sessions) {
        this.accounts = accounts;
        this.identities = identities;
        this.verifications = verifications;
        this.sessions = sessions;
    }

    SignInStep.Login login(AccountId id, String password) {
        var account = accounts.get(id);
        var step = new SignInStep.Login(account, identities.of(account), password);
        verifications.end(id);
        sessions.markUnlessValid(id, AccountState.CONNECTING, null, null);
        return step;
    }

    SignInStep.Code code(VerificationId id, String typed) {
        var code = BETWEEN_GROUPS.matcher(typed).replaceAll("");
        if (!CODE.matcher(code).matches()) {
            throw refused("This is not a code of Instagram.", new Field("code", "4 to 16 letters or digits"));
        }
        var verification = verifications.waiting(id);
        return new SignInStep.Code(accounts.get(verification.account()), id, verifications.pending(id), code);
    }

    SignInStep.NewCode newCode(VerificationId id, @Nullable VerificationMethod method) {
        var verification = verifications.waiting(id);
        var pending = verifications.pending(id);
        refuseWhatIsNotOffered(pending, method);
        return new SignInStep.NewCode(accounts.get(verification.account()), id, pending, method);
    }

    private static void refuseWhatIsNotOffered(PendingSignIn pending, @Nullable VerificationMethod method) {
        if (method == null && pending.method() == null
                || method != null && !pending.methods().contains(method)) {
            throw refused(
                    "Instagram does not offer this way of proving who one is.",
                    new Field(
                            "method",
                            "one of " + pending.methods().stream().sorted().toList()));
        }
    }

    private static BotException refused(String detail, Field field) {
        return new BotException(ErrorCode.VALIDATION_FAILED, detail, Refusal.of(List.of(field)));
    }
}
