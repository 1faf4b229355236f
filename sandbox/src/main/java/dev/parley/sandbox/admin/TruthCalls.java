package dev.parley.sandbox.admin;

import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What really happened. */
final class TruthCalls {

    private TruthCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/truth/follows", TruthCalls::follows);
        routes.get("/truth/logins", TruthCalls::logins);
        routes.get("/truth/likes", TruthCalls::nothingYet);
        routes.get("/truth/story-views", TruthCalls::nothingYet);
        routes.get("/truth/messages", TruthCalls::nothingYet);
    }

    private static Answer follows(ServerRequest request, SandboxState state) {
        String sender = request.query().first("sender").orElse(null);
        return Answer.ok(
                state.followTruth(sender).stream().map(TruthCalls::json).toList());
    }

    private static Answer logins(ServerRequest request, SandboxState state) {
        String account = request.query().first("account").orElse(null);
        return Answer.ok(
                state.logins().of(account).stream().map(TruthCalls::json).toList());
    }

    /** The calls that would fill these lists are not served yet, so nothing of the kind can have happened. */
    private static Answer nothingYet(ServerRequest request, SandboxState state) {
        return Answer.ok(List.of());
    }

    private static Map<String, @Nullable Object> json(FollowTruth follow) {
        return Json.object(
                "sender",
                follow.sender(),
                "target",
                follow.target(),
                "asked",
                follow.asked(),
                "times",
                follow.times(),
                "in_force",
                follow.inForce(),
                "at",
                follow.at().toString());
    }

    private static Map<String, @Nullable Object> json(LoginTruth login) {
        return Json.object(
                "account",
                login.account(),
                "at",
                login.at().toString(),
                "how",
                login.how(),
                "device",
                login.device(),
                "outcome",
                login.outcome());
    }
}
