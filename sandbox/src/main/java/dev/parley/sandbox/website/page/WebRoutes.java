package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.CurrentState;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;

/** Where each part of the website says which paths it answers. */
public final class WebRoutes {
    private static final HeaderName CSRF_HEADER = HeaderNames.create("X-CSRFToken");
    private static final HeaderName APP_ID = HeaderNames.create("X-IG-App-ID");

    private final HttpRules rules;
    private final CurrentState state;

    public WebRoutes(HttpRules rules, CurrentState state) {
        this.rules = rules;
        this.state = state;
    }

    /** For strangers too. */
    public interface Open {
        Answer answer(Visit visit);
    }

    /** For whoever is signed in; others are sent to the sign-in page, or told so. */
    public interface SignedIn {
        Answer answer(Visit visit, Session session);
    }

    public void openPage(String pattern, Call call, Open page) {
        route(Method.GET, pattern, new WebRoute(call, true, page));
    }

    public void page(String pattern, Call call, SignedIn page) {
        pageOr(pattern, call, page, Redirects::toLogin);
    }

    /** A page that is another one for strangers. */
    public void pageOr(String pattern, Call call, SignedIn page, Open strangers) {
        openPage(
                pattern,
                call,
                visit -> visit.session()
                        .map(session -> Standing.pageInTheWay(visit).orElseGet(() -> page.answer(visit, session)))
                        .orElseGet(() -> strangers.answer(visit)));
    }

    /** A page that is there whatever the site has against the account. */
    public void pageInAnyStanding(String pattern, Call call, SignedIn page) {
        openPage(
                pattern,
                call,
                visit -> visit.session()
                        .map(session -> page.answer(visit, session))
                        .orElseGet(() -> Redirects.toLogin(visit)));
    }

    public void get(String pattern, Call call, SignedIn reply) {
        route(Method.GET, pattern, new WebRoute(call, false, needingSession(reply)));
    }

    public void post(String pattern, Call call, SignedIn reply) {
        route(Method.POST, pattern, new WebRoute(call, false, needingCsrf(needingSession(reply))));
    }

    public void openPost(String pattern, Call call, Open reply) {
        route(Method.POST, pattern, new WebRoute(call, false, needingCsrf(reply)));
    }

    private void route(Method method, String pattern, WebRoute route) {
        String either = pattern.equals("/") ? pattern : pattern + "[/]";
        rules.route(method, either, (request, response) -> route.serve(request, response, state.get()));
    }

    private static Open needingSession(SignedIn reply) {
        return visit -> {
            if (visit.header(APP_ID).isEmpty()) {
                return Replies.noAppId();
            }
            return visit.session()
                    .map(session -> Standing.replyInTheWay(visit).orElseGet(() -> reply.answer(visit, session)))
                    .orElseGet(Replies::loginRequired);
        };
    }

    /** The header must repeat the cookie. */
    private static Open needingCsrf(Open reply) {
        return visit -> {
            String token = visit.cookie(WebCookies.CSRF);
            boolean proven = !token.isEmpty() && token.equals(visit.header(CSRF_HEADER));
            return proven ? reply.answer(visit) : Replies.csrfMissing();
        };
    }
}
