package dev.parley.server.account;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Agreements agreements;
    private final KeptPasswords keptPasswords;

    PrepareSignIn(
            Accounts accounts,
            Identities identities,
            Verifications verifications,
            Sessions sessions,
            Agreements agreements,
            KeptPasswords keptPasswords) {
        this.accounts = accounts;
        this.identities = identities;
        this.verifications = verifications;
        this.sessions = sessions;
        this.agreements = agreements;
        this.keptPasswords = keptPasswords;
    }

    SignInStep.Login login(AccountId id, String password, Keeping keeping) {
        var account = accounts.get(id);
        var step = new SignInStep.Login(account, identities.of(account), password, keeping);
        verifications.end(id);
        sessions.markUnlessValid(id, AccountState.CONNECTING, null, null);
        return step;
    }

    Optional<SignInStep.Login> again(AccountId id) {
        return keptPasswords.take(id).map(password -> login(id, password, Keeping.KEPT));
    }

    /** Ends the verification that the account waited for. No password is needed, and nothing is asked of Instagram yet. */
    Verification beginAuthorization(AccountId id) {
        var account = accounts.get(id);
        verifications.end(id);
        sessions.markUnlessValid(id, AccountState.VERIFICATION_REQUIRED, null, null);
        var verification = VerificationId.create();
        return verifications.add(
                verification,
                account,
                Wanted.of(agreements.request(account, identities.of(account), verification)),
                null);
    }

    URI authorizationPage(VerificationId id) {
        var verification = verifications.waiting(id);
        return agreements.page(accounts.get(verification.account()), verifications.authorization(id));
    }

    SignInStep.Authorization authorization(VerificationId id, Map<String, String> broughtBack) {
        var verification = verifications.waiting(id);
        if (verification.kind() != Verification.Kind.AUTHORIZATION) {
            throw refused("This sign-in waits for a code.", new Field("verification_id", "waits for a code"));
        }
        return new SignInStep.Authorization(
                accounts.get(verification.account()), id, verifications.authorization(id), broughtBack);
    }

    SignInStep.Code code(VerificationId id, String typed) {
        var code = BETWEEN_GROUPS.matcher(typed).replaceAll("");
        if (!CODE.matcher(code).matches()) {
            throw refused("This is not a code of Instagram.", new Field("code", "4 to 16 letters or digits"));
        }
        var verification = waitingForCode(id);
        return new SignInStep.Code(accounts.get(verification.account()), id, verifications.pending(id), code);
    }

    SignInStep.NewCode newCode(VerificationId id, @Nullable VerificationMethod method) {
        var verification = waitingForCode(id);
        var pending = verifications.pending(id);
        refuseWhatIsNotOffered(pending, method);
        return new SignInStep.NewCode(accounts.get(verification.account()), id, pending, method);
    }

    private Verification waitingForCode(VerificationId id) {
        var verification = verifications.waiting(id);
        if (verification.kind() == Verification.Kind.AUTHORIZATION) {
            throw refused(
                    "This sign-in waits until the account's owner agrees on Instagram's page.",
                    new Field("verification_id", "waits for the owner, not for a code"));
        }
        return verification;
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
