package dev.parley.sandbox.admin;

import dev.parley.sandbox.graph.Dashboard;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.WebhookTruth;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the app's developer does at Meta, and the truth of webhooks. */
final class OfficialCalls {
    private static final String ROOT = "/official";
    private static final String ACCOUNT = "account";
    private static final int CREATED = 201;

    private final Dashboard dashboard;

    private OfficialCalls(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    static void addTo(AdminRoutes routes, Dashboard dashboard) {
        var calls = new OfficialCalls(dashboard);
        routes.get(ROOT, (request, state) -> calls.app(state));
        routes.post(ROOT + "/callback", calls::callback);
        routes.post(ROOT + "/redirects", calls::redirects);
        routes.post(ROOT + "/manners", (request, state) -> calls.manners(request, state));
        routes.post(ROOT + "/tokens", calls::token);
        routes.delete(ROOT + "/tokens", calls::revoke);
        routes.post(ROOT + "/subscriptions", calls::subscribe);
        routes.post(ROOT + "/presses", calls::press);
        routes.get(ROOT + "/numbers", calls::numbers);
        routes.get(ROOT + "/webhooks", (request, state) -> calls.webhooks());
    }

    private Answer app(SandboxState state) {
        var registration = state.official().registration();
        Callback callback = registration.callback();
        return Answer.ok(Json.object(
                "apps", Arrays.stream(Flavour.values()).map(OfficialCalls::json).toList(),
                "redirects", registration.redirects(),
                "callback",
                        Json.object(
                                "url", callback.url(),
                                "verify_token", callback.verifyToken(),
                                "fields", callback.fields()),
                "manners", MannersJson.of(registration.manners())));
    }

    private static Map<String, @Nullable Object> json(Flavour flavour) {
        App app = App.of(flavour);
        return Json.object("login", MannersJson.label(flavour), "id", app.id(), "secret", app.secret());
    }

    private Answer callback(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("url", "verify_token", "fields"));
        Set<String> fields = new LinkedHashSet<>(body.texts("fields").orElse(Callback.FIELDS));
        if (!Callback.FIELDS.containsAll(fields)) {
            throw new BadRequest("fields may be " + String.join(", ", Callback.FIELDS));
        }
        dashboard.callback(
                new Callback(body.requiredText("url"), body.text("verify_token").orElse(""), fields));
        return app(state);
    }

    private Answer redirects(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("addresses"));
        dashboard.redirects(new LinkedHashSet<>(body.texts("addresses").orElse(List.of())));
        return app(state);
    }

    private Answer manners(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, MannersJson.FIELDS);
        dashboard.behave(manners -> MannersJson.changed(manners, body));
        return app(state);
    }

    private Answer token(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of(ACCOUNT, "login"));
        Flavour login = body.text("login").map(MannersJson::flavour).orElse(Flavour.INSTAGRAM);
        String account = account(body.requiredText(ACCOUNT), state);
        return Answer.json(CREATED, Json.object("token", dashboard.token(login, account)));
    }

    private Answer revoke(ServerRequest request, SandboxState state) {
        dashboard.revoke(account(asked(request, ACCOUNT), state));
        return Answer.ok(Json.object());
    }

    private Answer subscribe(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of(ACCOUNT));
        dashboard.subscribe(account(body.requiredText(ACCOUNT), state));
        return Answer.json(CREATED, Json.object());
    }

    private Answer press(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of(ACCOUNT, "person", "title", "payload"));
        dashboard.press(
                account(body.requiredText(ACCOUNT), state),
                person(body.requiredText("person"), state),
                body.requiredText("title"),
                body.requiredText("payload"));
        return Answer.json(CREATED, Json.object());
    }

    private Answer numbers(ServerRequest request, SandboxState state) {
        String account = account(asked(request, ACCOUNT), state);
        return Answer.ok(Json.object(
                ACCOUNT,
                dashboard.accountNumber(account),
                "person",
                request.query()
                        .first("person")
                        .map(person -> dashboard.personNumber(person(person, state), account))
                        .orElse(null)));
    }

    private Answer webhooks() {
        return Answer.ok(dashboard.webhooks().stream().map(OfficialCalls::json).toList());
    }

    private static Map<String, @Nullable Object> json(WebhookTruth webhook) {
        return Json.object(
                "id", webhook.id(),
                "account", webhook.account(),
                "field", webhook.field(),
                "entry", Json.read(webhook.entry()),
                "at", webhook.at().toString(),
                "tries", webhook.tries(),
                "status", webhook.status(),
                "delivered", webhook.delivered(),
                "pending", webhook.pending());
    }

    private static String asked(ServerRequest request, String name) {
        return request.query().first(name).orElseThrow(() -> new BadRequest(name + " is missing"));
    }

    private static String account(String username, SandboxState state) {
        if (state.accounts().withUsername(username).isEmpty()) {
            throw new BadRequest("Unknown account " + username);
        }
        return username;
    }

    private static String person(String username, SandboxState state) {
        return state.person(username)
                .orElseThrow(() -> new BadRequest("Unknown person " + username))
                .username();
    }
}
