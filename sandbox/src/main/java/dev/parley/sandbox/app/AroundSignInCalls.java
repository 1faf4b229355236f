package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import java.util.List;

/** What public clients send around a sign-in to look like the app, without reading more of the answer than that it is fine. */
final class AroundSignInCalls {
    private static final List<String> POSTS = List.of(
            "/accounts/read_msisdn_header",
            "/accounts/msisdn_header_bootstrap",
            "/accounts/contact_point_prefill",
            "/accounts/get_prefill_candidates",
            "/attribution/log_attribution");

    private AroundSignInCalls() {}

    static void addTo(AppRoutes routes) {
        routes.openGet("/zr/token/result", Call.ANY, AroundSignInCalls::fine);
        POSTS.forEach(path -> routes.openPost(path, Call.ANY, AroundSignInCalls::fine));
    }

    private static Answer fine(AppRequest request) {
        return Answer.ok(Json.object("status", "ok"));
    }
}
