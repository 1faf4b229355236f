package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.CurrentState;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;

/** Where each family of calls says which paths it answers. */
final class AppRoutes {
    private static final String VERSION_1 = "/api/v1";
    private static final String VERSION_2 = "/api/v2";

    private final HttpRules rules;
    private final CurrentState state;

    AppRoutes(HttpRules rules, CurrentState state) {
        this.rules = rules;
        this.state = state;
    }

    /** A call that needs no session. */
    interface Open {
        Answer answer(AppRequest request);
    }

    /** A call that needs one: without it, the answer is {@code login_required}. */
    interface SignedIn {
        Answer answer(AppRequest request, Session session);
    }

    void get(String pattern, Call call, SignedIn handler) {
        route(Method.GET, VERSION_1 + pattern, new AppRoute(call, true, needingSession(handler)));
    }

    void post(String pattern, Call call, SignedIn handler) {
        route(Method.POST, VERSION_1 + pattern, new AppRoute(call, true, needingSession(handler)));
    }

    void postV2(String pattern, Call call, SignedIn handler) {
        route(Method.POST, VERSION_2 + pattern, new AppRoute(call, true, needingSession(handler)));
    }

    void openGet(String pattern, Call call, Open handler) {
        route(Method.GET, VERSION_1 + pattern, new AppRoute(call, true, handler));
    }

    void openPost(String pattern, Call call, Open handler) {
        route(Method.POST, VERSION_1 + pattern, new AppRoute(call, true, handler));
    }

    /** A call that clients make without the app's headers. */
    void publicGet(String pattern, Call call, Open handler) {
        route(Method.GET, VERSION_1 + pattern, new AppRoute(call, false, handler));
    }

    /** Some steps of a challenge are asked for without the version. */
    void openUnversioned(Method method, String pattern, Call call, Open handler) {
        route(method, "/api" + pattern, new AppRoute(call, true, handler));
    }

    private void route(Method method, String pattern, AppRoute route) {
        rules.route(method, pattern + "[/]", (request, response) -> route.serve(request, response, state.get()));
    }

    private static Open needingSession(SignedIn handler) {
        return request -> request.session()
                .map(session -> handler.answer(request, session))
                .orElseGet(Refusals::loginRequired);
    }
}
