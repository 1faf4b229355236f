package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What really happened. */
final class TruthCalls {

    private TruthCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get(
                "/truth/follows",
                (request, state) -> list(state.truth().follows(parameter(request, "sender")), TruthJson::of));
        routes.get(
                "/truth/likes",
                (request, state) -> list(state.truth().likes(parameter(request, "sender")), TruthJson::of));
        routes.get(
                "/truth/story-views",
                (request, state) -> list(state.truth().storyViews(parameter(request, "viewer")), TruthJson::of));
        routes.get("/truth/messages", TruthCalls::messages);
        routes.get("/truth/comments", (request, state) -> list(state.truth().comments(), TruthJson::of));
        routes.get(
                "/truth/logins",
                (request, state) -> list(state.logins().of(parameter(request, "account")), TruthJson::of));
    }

    private static Answer messages(ServerRequest request, SandboxState state) {
        return list(
                state.truth().messages(parameter(request, "sender"), parameter(request, "recipient")), TruthJson::of);
    }

    private static @Nullable String parameter(ServerRequest request, String name) {
        return request.query().first(name).orElse(null);
    }

    private static <T> Answer list(List<T> truth, Function<T, Map<String, @Nullable Object>> json) {
        return Answer.ok(truth.stream().map(json).toList());
    }
}
