package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Where the parts of the admin API say which paths they answer; all paths begin with {@code /_sandbox}. */
final class AdminRoutes {
    private static final String ROOT = "/_sandbox";
    private static final int BAD_REQUEST = 400;

    private final HttpRules rules;
    private final CurrentState state;

    AdminRoutes(HttpRules rules, CurrentState state) {
        this.rules = rules;
        this.state = state;
    }

    interface AdminCall {
        Answer answer(ServerRequest request, SandboxState state);
    }

    void get(String path, AdminCall call) {
        route(Method.GET, path, call);
    }

    void post(String path, AdminCall call) {
        route(Method.POST, path, call);
    }

    void delete(String path, AdminCall call) {
        route(Method.DELETE, path, call);
    }

    private void route(Method method, String path, AdminCall call) {
        rules.route(method, ROOT + path, (request, response) -> serve(call, request, response));
    }

    private void serve(AdminCall call, ServerRequest request, ServerResponse response) {
        SandboxState now = state.get();
        Answer answer = answer(call, request, now);
        now.journal().flush();
        answer.send(response);
    }

    private static Answer answer(AdminCall call, ServerRequest request, SandboxState state) {
        try {
            return call.answer(request, state);
        } catch (BadRequest e) {
            return Answer.problem(BAD_REQUEST, "Bad request", String.valueOf(e.getMessage()));
        }
    }
}
