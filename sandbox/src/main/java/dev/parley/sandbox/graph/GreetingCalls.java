package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Questions and menus that people see before they write. */
final class GreetingCalls {
    private static final List<String> PROPERTIES = List.of("ice_breakers", "persistent_menu");
    private static final int MOST_QUESTIONS = 4;

    private GreetingCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.ACCOUNT, "messenger_profile", Call.GREETINGS, Right.MESSAGES, GreetingCalls::show);
        routes.post(Node.Kind.ACCOUNT, "messenger_profile", Call.GREETINGS, Right.MESSAGES, GreetingCalls::set);
        routes.delete(Node.Kind.ACCOUNT, "messenger_profile", Call.GREETINGS, Right.MESSAGES, GreetingCalls::remove);
    }

    /** Facts: questions come as they are, in the present shape, a menu under its own name. */
    private static Answer show(GraphRequest request, Node node) {
        var data = new ArrayList<>();
        for (String property : properties(request)) {
            Optional<String> set = request.official().greetings().of(node.id(), property);
            if (set.isPresent() && property.equals("ice_breakers")) {
                Json.read(set.get()).forEach(data::add);
            } else {
                set.ifPresent(json -> data.add(Json.object(property, Json.read(json))));
            }
        }
        return Answer.ok(Json.object("data", data));
    }

    private static Answer set(GraphRequest request, Node node) {
        for (String property : PROPERTIES) {
            Optional<JsonNode> given = request.parameters().node(property);
            given.map(json -> checked(property, json)).ifPresent(json -> {
                if (request.takesEffect()) {
                    request.official()
                            .greetings()
                            .set(
                                    node.id(),
                                    property,
                                    json.toString(),
                                    request.state().journal());
                }
            });
        }
        return Answer.ok(Json.object("result", "success"));
    }

    private static Answer remove(GraphRequest request, Node node) {
        if (request.takesEffect()) {
            properties(request)
                    .forEach(property -> request.official()
                            .greetings()
                            .set(node.id(), property, "", request.state().journal()));
        }
        return Answer.ok(Json.object("result", "success"));
    }

    private static List<String> properties(GraphRequest request) {
        List<String> asked = request.parameters().list("fields");
        if (asked.isEmpty() || !PROPERTIES.containsAll(asked)) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Param fields must be some of " + PROPERTIES));
        }
        return asked;
    }

    /** The older flat list of questions is still taken, and becomes the present shape. */
    private static JsonNode checked(String property, JsonNode json) {
        boolean flat = property.equals("ice_breakers")
                && json.isArray()
                && json.path(0).has("question");
        JsonNode shaped =
                flat ? Json.read(Json.text(List.of(Json.object("call_to_actions", json, "locale", "default")))) : json;
        boolean hasDefault = false;
        for (JsonNode greeting : shaped) {
            hasDefault |= greeting.path("locale").asString("").equals("default");
            if (property.equals("ice_breakers")
                    && greeting.path("call_to_actions").size() > MOST_QUESTIONS) {
                throw new GraphRefusal(GraphError.of(100, "(#100) At most " + MOST_QUESTIONS + " ice breakers"));
            }
        }
        if (!hasDefault) {
            throw new GraphRefusal(GraphError.of(100, "(#100) A default locale is required"));
        }
        return shaped;
    }
}
