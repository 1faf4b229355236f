package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings together what a call was given in its query and in its body. */
final class ParametersReader {
    private static final Pattern KEY = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PART = Pattern.compile(
            "name=\"([^\"]+)\"[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(.*?)\\r?\\n--", Pattern.DOTALL);
    private static final int DEEPEST = 16;

    private final ObjectNode json = JsonMapper.shared().createObjectNode();

    static Parameters of(ServerRequest request) {
        var reader = new ParametersReader();
        request.query().toMap().forEach((name, values) -> reader.put(name, values.getLast()));
        if (request.content().hasEntity()) {
            String type = request.headers().value(HeaderNames.CONTENT_TYPE).orElse("");
            reader.body(type, new String(request.content().as(byte[].class), StandardCharsets.UTF_8));
        }
        return new Parameters((ObjectNode) listed(reader.json));
    }

    private void body(String type, String text) {
        if (type.startsWith("application/json") || text.startsWith("{")) {
            json(text);
        } else if (type.startsWith("multipart/form-data")) {
            Matcher part = PART.matcher(text);
            while (part.find()) {
                put(part.group(1), part.group(2));
            }
        } else {
            form(text);
        }
    }

    private void json(String text) {
        try {
            JsonNode read = Json.read(text.isBlank() ? "{}" : text);
            if (read instanceof ObjectNode object) {
                json.setAll(object);
                return;
            }
        } catch (JacksonException e) {
            // falls through to the same refusal as anything else that is no object
        }
        throw new GraphRefusal(GraphError.of(100, "(#100) The body is not a JSON object"));
    }

    private void form(String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private void put(String key, String value) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            json.put(key, value);
            return;
        }
        List<String> path = path(parts);
        if (path.size() > DEEPEST) {
            throw new GraphRefusal(GraphError.invalid("nested too deeply"));
        }
        ObjectNode place = json;
        for (String step : path.subList(0, path.size() - 1)) {
            place = place.get(step) instanceof ObjectNode known ? known : place.putObject(step);
        }
        String last = path.getLast();
        place.put(last.isEmpty() ? Integer.toString(place.size()) : last, value);
    }

    private static List<String> path(Matcher parts) {
        var path = new ArrayList<String>();
        path.add(parts.group(1));
        Matcher bracket = BRACKET.matcher(parts.group(2));
        while (bracket.find()) {
            path.add(bracket.group(1));
        }
        return path;
    }

    /** Objects whose names are 0, 1, 2 … were lists with brackets. */
    private static JsonNode listed(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            copy.set(field.getKey(), isList(value) ? items(value) : listed(value));
        }
        return copy;
    }

    private static boolean isList(JsonNode node) {
        int next = 0;
        if (!node.isObject() || node.isEmpty()) {
            return false;
        }
        for (String name : node.propertyNames()) {
            if (!name.equals(Integer.toString(next++))) {
                return false;
            }
        }
        return true;
    }

    private static ArrayNode items(JsonNode node) {
        ArrayNode items = JsonMapper.shared().createArrayNode();
        node.forEach(item -> items.add(listed(item)));
        return items;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GraphRefusal(GraphError.invalid("not form encoded"));
        }
    }
}
