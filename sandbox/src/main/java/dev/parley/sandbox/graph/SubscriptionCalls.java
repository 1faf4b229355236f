package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import java.util.HashSet;
import java.util.List;

/** Whether the app is told what happens to an account. */
final class SubscriptionCalls {

    private SubscriptionCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.post(Node.Kind.ACCOUNT, "subscribed_apps", Call.SUBSCRIBE, Right.BASIC, SubscriptionCalls::on);
        routes.get(Node.Kind.ACCOUNT, "subscribed_apps", Call.SUBSCRIBE, Right.BASIC, SubscriptionCalls::list);
        routes.delete(Node.Kind.ACCOUNT, "subscribed_apps", Call.SUBSCRIBE, Right.BASIC, SubscriptionCalls::off);
    }

    private static Answer on(GraphRequest request, Node node) {
        List<String> fields = request.parameters().list("subscribed_fields");
        if (fields.isEmpty() || !new HashSet<>(Callback.FIELDS).containsAll(fields)) {
            throw new GraphRefusal(
                    GraphError.of(100, "(#100) Param subscribed_fields must be some of " + Callback.FIELDS));
        }
        return switched(request, node, true);
    }

    private static Answer off(GraphRequest request, Node node) {
        return switched(request, node, false);
    }

    private static Answer switched(GraphRequest request, Node node, boolean on) {
        if (request.takesEffect()) {
            request.official()
                    .subscriptions()
                    .subscribe(node.id(), on, request.state().journal());
        }
        return Answer.ok(Json.object("success", true));
    }

    private static Answer list(GraphRequest request, Node node) {
        boolean on = request.official().subscriptions().contains(node.id());
        return Answer.ok(Json.object(
                "data",
                on
                        ? List.of(Json.object(
                                "id",
                                App.of(request.flavour()).id(),
                                "subscribed_fields",
                                request.official().registration().callback().fields()))
                        : List.of()));
    }
}
