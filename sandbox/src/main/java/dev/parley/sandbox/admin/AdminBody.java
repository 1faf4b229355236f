package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Json;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object that came with a call; nothing counts as an empty one. Unknown fields and wrong types are refused. */
record AdminBody(JsonNode json) {

    static AdminBody of(ServerRequest request, Set<String> known) {
        JsonNode json = read(request);
        if (!json.isObject()) {
            throw new BadRequest("The body must be a JSON object");
        }
        var unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new BadRequest("Unknown field " + String.join(", ", unknown) + "; known are "
                    + String.join(", ", new TreeSet<>(known)));
        }
        return new AdminBody(json);
    }

    Optional<String> text(String field) {
        return value(field).map(value -> {
            if (!value.isString()) {
                throw new BadRequest(field + " must be a string");
            }
            return value.stringValue();
        });
    }

    Optional<Long> integer(String field, long least, long most) {
        return value(field).map(value -> {
            boolean fits = value.isIntegralNumber() && value.canConvertToLong();
            if (!fits || value.longValue() < least || value.longValue() > most) {
                throw new BadRequest(field + " must be an integer between " + least + " and " + most);
            }
            return value.longValue();
        });
    }

    Optional<Boolean> flag(String field) {
        return value(field).map(value -> {
            if (!value.isBoolean()) {
                throw new BadRequest(field + " must be true or false");
            }
            return value.booleanValue();
        });
    }

    Optional<List<String>> texts(String field) {
        return value(field).map(value -> {
            if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
                throw new BadRequest(field + " must be a list of strings");
            }
            return value.valueStream().map(JsonNode::stringValue).toList();
        });
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> new BadRequest(field + " is missing"));
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }

    private static JsonNode read(ServerRequest request) {
        String text = request.content().hasEntity()
                ? new String(request.content().as(byte[].class), StandardCharsets.UTF_8)
                : "";
        try {
            return Json.read(text.isBlank() ? "{}" : text);
        } catch (JacksonException e) {
            throw new BadRequest("The body is not JSON: " + e.getOriginalMessage());
        }
    }
}
