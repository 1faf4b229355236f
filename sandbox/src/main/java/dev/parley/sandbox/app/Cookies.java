package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.account.Tokens;
import dev.parley.sandbox.http.Answer;
import io.helidon.http.HeaderNames;

/** The cookies that Instagram sets. They name its domain only when the client believes to be there. */
final class Cookies {
    private static final String YEAR = "; Path=/; Max-Age=31449600";
    private static final int CSRF_LENGTH = 32;

    private Cookies() {}

    static Answer beforeSignIn(Answer answer, AppRequest request) {
        String domain = domain(request);
        return answer.with(HeaderNames.SET_COOKIE, "csrftoken=" + Tokens.random(CSRF_LENGTH) + YEAR + domain)
                .with(HeaderNames.SET_COOKIE, "mid=" + Session.mid(request.device()) + YEAR + domain);
    }

    static Answer of(Session session, Answer answer, AppRequest request) {
        String rest = YEAR + domain(request);
        return answer.with(HeaderNames.SET_COOKIE, "csrftoken=" + session.csrfToken() + rest)
                .with(HeaderNames.SET_COOKIE, "ds_user_id=" + session.account().id() + rest)
                .with(HeaderNames.SET_COOKIE, "mid=" + session.mid() + rest)
                .with(HeaderNames.SET_COOKIE, "rur=\"" + session.rur().replace(",", "\\054") + "\"" + rest)
                .with(HeaderNames.SET_COOKIE, "sessionid=" + session.sessionId() + rest + "; HttpOnly");
    }

    private static String domain(AppRequest request) {
        return request.isForInstagram() ? "; Domain=.instagram.com" : "";
    }
}
