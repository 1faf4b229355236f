package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of every way to sign in, and the record of each attempt. */
final class SignIns {
    private static final HeaderName SET_AUTHORIZATION = HeaderNames.create("ig-set-authorization");
    private static final HeaderName SET_USER_ID = HeaderNames.create("ig-set-ig-u-ds-user-id");

    private SignIns() {}

    /** How somebody tries to sign in. */
    enum Way {
        PASSWORD,
        TWO_FACTOR,
        CHALLENGE
    }

    static Answer complete(Account account, Way way, AppRequest request, Map<String, @Nullable Object> body) {
        SandboxState state = request.state();
        Session session = state.sessions().open(account, request.device(), state.now(), state.journal());
        record(account.username(), way, "signed_in", request);
        Answer answer = Answer.ok(body)
                .with(SET_AUTHORIZATION, session.authorization())
                .with(SET_USER_ID, Long.toString(account.id()));
        return Cookies.of(session, answer, request);
    }

    static Map<String, @Nullable Object> loggedIn(Account account, AppRequest request) {
        Map<String, @Nullable Object> user = UserJson.in(request).brief(account.person());
        user.putAll(Json.object(
                "is_business",
                false,
                "account_type",
                1,
                "phone_number",
                "",
                "country_code",
                1,
                "national_number",
                0,
                "allowed_commenter_type",
                "any"));
        return Json.object("logged_in_user", user, "session_flush_nonce", null, "status", "ok");
    }

    static void record(String username, Way way, String outcome, AppRequest request) {
        SandboxState state = request.state();
        String how = way.name().toLowerCase(Locale.ROOT);
        state.logins().record(username, how, request.device(), outcome, state.now(), state.journal());
    }

    /** For an attempt that a fault stops: it says so in the record, and yes to the client unless the fault says otherwise. */
    static Answer stopped(Account account, Way way, AppRequest request) {
        recordFault(account.username(), way, request);
        return Answer.ok(loggedIn(account, request));
    }

    static void recordFault(String username, Way way, AppRequest request) {
        request.fault().ifPresent(fault -> record(username, way, fault.fault().label(), request));
    }
}
