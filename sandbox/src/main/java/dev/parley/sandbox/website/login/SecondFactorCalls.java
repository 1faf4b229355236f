package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.CodeCheck;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.SecondFactor;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebCookies;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second step of signing in. Which step is under way, the browser remembers in a cookie of its session. */
public final class SecondFactorCalls {
    static final String PENDING = "sandbox_two_factor";
    private static final int BAD_REQUEST = 400;

    private SecondFactorCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.openPost("/api/v1/web/accounts/login/ajax/two_factor", Call.TWO_FACTOR, SecondFactorCalls::login);
        routes.openPost("/api/v1/web/accounts/send_two_factor_login_sms", Call.TWO_FACTOR, SecondFactorCalls::resend);
        routes.openPost("/api/v1/web/accounts/trust_device", Call.ANY, SecondFactorCalls::trust);
    }

    static Answer ask(Account account, Visit visit) {
        SandboxState state = visit.state();
        WebSignIns.record(account.username(), WebSignIns.PASSWORD, "two_factor_required", visit);
        SecondFactor factor =
                state.secondFactors().ask(account, visit.browser().androidId(), state.now(), state.journal());
        Answer asked = Replies.fail(
                BAD_REQUEST,
                "message",
                "",
                "two_factor_required",
                true,
                "two_factor_info",
                info(factor, visit),
                "error_type",
                "two_factor_required");
        return WebCookies.pending(asked, PENDING, factor.identifier(), visit);
    }

    static Optional<SecondFactor> pending(Visit visit) {
        return visit.state().secondFactors().find(visit.cookie(PENDING));
    }

    private static Map<String, @Nullable Object> info(SecondFactor factor, Visit visit) {
        Account account = factor.account();
        boolean sms = account.protection() == Protection.SMS;
        boolean classic = visit.state().variants().of(account.username()).has(Variant.TWO_FACTOR_CLASSIC);
        return Json.object(
                "pk",
                account.id(),
                "username",
                account.username(),
                "two_factor_identifier",
                factor.identifier(),
                "sms_two_factor_on",
                sms,
                "totp_two_factor_on",
                !sms,
                "whatsapp_two_factor_on",
                false,
                "obfuscated_phone_number_2",
                sms ? account.maskedPhone() : "",
                "encrypted_context",
                classic ? "" : factor.identifier());
    }

    private static Answer login(Visit visit) {
        return find(visit).map(factor -> login(factor, visit)).orElseGet(() -> {
            WebSignIns.record(visit.field("username"), WebSignIns.TWO_FACTOR, "ended", visit);
            return ended();
        });
    }

    private static Answer login(SecondFactor factor, Visit visit) {
        if (!visit.takesEffect()) {
            return WebSignIns.stopped(factor.account(), WebSignIns.TWO_FACTOR, visit);
        }
        SandboxState state = visit.state();
        String code = visit.field("verificationCode").replace(" ", "");
        CodeCheck check = state.secondFactors().check(factor, code, state.now(), state.journal());
        return switch (check) {
            case RIGHT -> signedIn(factor, visit);
            case WRONG -> refused(factor, "wrong_code", wrongCode(), visit);
            case ENDED -> refused(factor, "ended", ended(), visit);
        };
    }

    private static Answer signedIn(SecondFactor factor, Visit visit) {
        if (visit.field("trust_signal").equals("true")) {
            SandboxState state = visit.state();
            state.trustedDevices().trust(factor.account(), visit.browser().androidId(), state.journal());
        }
        return WebCookies.without(PENDING, WebSignIns.complete(factor.account(), WebSignIns.TWO_FACTOR, visit), visit);
    }

    private static Answer trust(Visit visit) {
        SandboxState state = visit.state();
        visit.session()
                .ifPresent(session -> state.trustedDevices()
                        .trust(session.account(), visit.browser().androidId(), state.journal()));
        return visit.session().isPresent() ? Replies.ok() : Replies.loginRequired();
    }

    private static Answer resend(Visit visit) {
        SandboxState state = visit.state();
        Optional<SecondFactor> sent = visit.takesEffect()
                ? state.secondFactors().resend(visit.field("identifier"), state.now(), state.journal())
                : find(visit);
        return sent.map(factor -> Replies.ok("two_factor_info", info(factor, visit)))
                .orElseGet(SecondFactorCalls::ended);
    }

    private static Optional<SecondFactor> find(Visit visit) {
        return visit.state().secondFactors().find(visit.field("identifier"));
    }

    private static Answer refused(SecondFactor factor, String outcome, Answer answer, Visit visit) {
        WebSignIns.record(factor.account().username(), WebSignIns.TWO_FACTOR, outcome, visit);
        return answer;
    }

    private static Answer wrongCode() {
        return Replies.fail(
                BAD_REQUEST,
                "message",
                "Please check the security code and try again.",
                "error_type",
                "sms_code_validation_code_invalid");
    }

    private static Answer ended() {
        return Replies.fail(
                BAD_REQUEST, "message", "This code has expired. Please log in again.", "error_type", "invalid_nonce");
    }
}
