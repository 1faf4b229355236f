package dev.parley.server.connection;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.Verification;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do when Instagram wants more than a password. */
@Component
class VerificationSteps {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Errands errands;

    VerificationSteps(Tenancy tenancy, Accounts accounts, SignIns signIns, Errands errands) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.signIns = signIns;
        this.errands = errands;
    }

    /** @param broughtBack what the owner's browser brought back from Instagram's page */
    ConnectionStep agreed(Caller caller, VerificationId id, Map<String, String> broughtBack) {
        return errands.step(caller, () -> {
            var agreed = signIns.authorization(id, broughtBack);
            return NewAction.forPerson(agreed.account().id(), Authorize.KIND, caller.user())
                    .with(Map.of(AnswerCode.VERIFICATION, id.toString()))
                    .withSecret(Authorize.secret(broughtBack));
        });
    }

    ConnectionStep answer(Caller caller, VerificationId id, String code) {
        return errands.step(caller, () -> {
            var answer = signIns.code(id, code);
            return NewAction.forPerson(answer.account().id(), AnswerCode.KIND, caller.user())
                    .with(Map.of(AnswerCode.VERIFICATION, id.toString()))
                    .withSecret(code);
        });
    }

    /** @param method null repeats the method last used */
    ConnectionStep sendCode(Caller caller, VerificationId id, @Nullable String method) {
        return errands.step(caller, () -> {
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
}
