package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a call was given, in whatever way: query, JSON, a form with brackets, or a form whose values are JSON. */
record Parameters(ObjectNode json) {

    Optional<String> text(String name) {
        return value(name).map(value -> value.isString() ? value.stringValue() : value.toString());
    }

    String required(String name) {
        return text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> new GraphRefusal(GraphError.of(100, "(#100) The parameter " + name + " is required")));
    }

    /** An object or list, as it is or as text. */
    Optional<JsonNode> node(String name) {
        return value(name).map(value -> value.isString() ? read(name, value.stringValue()) : value);
    }

    boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    OptionalLong number(String name) {
        String text = text(name).orElse("");
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** A list: JSON, or words separated by commas. */
    List<String> list(String name) {
        String text = text(name).orElse("").strip();
        if (text.startsWith("[")) {
            var items = new ArrayList<String>();
            read(name, text.replace('\'', '"')).forEach(item -> items.add(item.asString()));
            return items;
        }
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private static JsonNode read(String name, String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Param " + name + " must be valid JSON"));
        }
    }
}
