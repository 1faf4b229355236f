package dev.parley.sandbox.admin;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;

/** Signing accounts out from elsewhere. */
final class SessionCalls {

    private SessionCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.delete("/sessions", SessionCalls::revoke);
    }

    private static Answer revoke(ServerRequest request, SandboxState state) {
        String username = request.query().first("account").orElseThrow(() -> new BadRequest("account is missing"));
        Account account = state.accounts()
                .withUsername(username)
                .orElseThrow(() -> new BadRequest("Unknown account " + username));
        return Answer.ok(Json.object("revoked", state.sessions().closeAll(account, state.journal())));
    }
}
