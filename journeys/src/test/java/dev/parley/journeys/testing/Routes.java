package dev.parley.journeys.testing;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The calls that a running server says it takes. */
public final class Routes {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /**
     * One call.
     *
     * @param template with its parameters in braces
     * @param queryParameters their names
     */
    public record Route(String method, String template, List<String> queryParameters, boolean takesBody) {

        public boolean has(String parameter) {
            return template.contains("{" + parameter + "}");
        }

        public boolean startsWith(String path) {
            return template.equals(path) || template.startsWith(path + "/");
        }

        /** As {@code GET /api/users/{id}}. */
        @Override
        public String toString() {
            return method + " " + template;
        }

        /** With an empty object where there must be a body. */
        public Answer call(Api api, String path) {
            return call(api, path, "{}");
        }

        public Answer call(Api api, String path, String json) {
            return takesBody ? api.sendJson(method, path, json) : api.send(method, path, BodyPublishers.noBody());
        }
    }

    private Routes() {}

    public static List<Route> of(Api server) {
        return server.get("/api/openapi.json")
                .expect(200)
                .at("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> route(path.getKey(), operation)))
                .toList();
    }

    private static Route route(String template, Map.Entry<String, JsonNode> operation) {
        var query = operation
                .getValue()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        return new Route(
                operation.getKey().toUpperCase(Locale.ROOT),
                template,
                query,
                operation.getValue().has("requestBody"));
    }
}
