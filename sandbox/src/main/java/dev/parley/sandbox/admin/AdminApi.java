package dev.parley.sandbox.admin;

import dev.parley.sandbox.graph.Dashboard;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Set;

/** The sandbox's own API, under {@code /_sandbox}. */
public final class AdminApi implements HttpService {
    private static final int NOT_FOUND = 404;

    private final CurrentState current;
    private final Dashboard dashboard;

    public AdminApi(CurrentState current, Dashboard dashboard) {
        this.current = current;
        this.dashboard = dashboard;
    }

    @Override
    public void routing(HttpRules rules) {
        var routes = new AdminRoutes(rules, current);
        TruthCalls.addTo(routes);
        ScriptCalls.addTo(routes);
        ClockCalls.addTo(routes);
        AccountsCalls.addTo(routes);
        PeopleCalls.addTo(routes);
        PictureCalls.addTo(routes);
        MessageCalls.addTo(routes);
        WebsiteVariantCalls.addTo(routes);
        SessionCalls.addTo(routes);
        OfficialCalls.addTo(routes, dashboard);
        routes.post("/reset", this::reset);
        rules.any(
                "/_sandbox/*",
                (request, response) -> Answer.problem(
                                NOT_FOUND,
                                "Not found",
                                "No such call: " + request.path().path())
                        .send(response));
    }

    private Answer reset(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("seed"));
        long seed = body.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(state.seed());
        current.reset(seed);
        return Answer.ok(Json.object("seed", seed));
    }
}
