package dev.parley.sandbox.app;

import dev.parley.sandbox.account.PasswordKey;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.List;

/** What apps ask before anybody signs in: settings, and the key for passwords. */
final class LaunchCalls {
    private static final HeaderName KEY_ID = HeaderNames.create("ig-set-password-encryption-key-id");
    private static final HeaderName PUBLIC_KEY = HeaderNames.create("ig-set-password-encryption-pub-key");

    private LaunchCalls() {}

    static void addTo(AppRoutes routes) {
        routes.openPost("/launcher/sync", Call.ANY, LaunchCalls::launcherSync);
        routes.publicGet("/qe/sync", Call.ANY, LaunchCalls::qeSync);
        routes.openPost("/qe/sync", Call.ANY, LaunchCalls::qeSync);
    }

    private static Answer launcherSync(AppRequest request) {
        Answer answer = Answer.ok(Json.object("configs", Json.object(), "status", "ok"));
        return Cookies.beforeSignIn(answer, request);
    }

    private static Answer qeSync(AppRequest request) {
        PasswordKey key = request.state().passwordKeys().current(request.state().journal());
        Answer answer = Answer.ok(Json.object("experiments", List.of(), "status", "ok"))
                .with(KEY_ID, Integer.toString(key.id()))
                .with(PUBLIC_KEY, key.header());
        return Cookies.beforeSignIn(answer, request);
    }
}
