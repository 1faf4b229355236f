package dev.parley.sandbox.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code fields}: names, nested by braces, with arguments in parentheses:
 * {@code id,from{id,username},mentioned_media.media_id(17){caption}}.
 */
record FieldsAsked(Map<String, Field> names) {
    private static final int DEEPEST = 8;

    /** @param argument what stood in parentheses, with the word before it; null if nothing */
    record Field(@Nullable String argument, FieldsAsked inner) {}

    static FieldsAsked of(String text) {
        return parse(text, 0);
    }

    boolean wants(String name) {
        return names.containsKey(name);
    }

    FieldsAsked inner(String name) {
        Field field = names.get(name);
        return field == null ? new FieldsAsked(Map.of()) : field.inner();
    }

    Optional<String> argument(String name) {
        return Optional.ofNullable(names.get(name)).map(Field::argument);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Of an object with all its fields those that were asked for, and its id. */
    Map<String, @Nullable Object> pick(Map<String, @Nullable Object> whole) {
        if (names.isEmpty()) {
            return whole;
        }
        var picked = new LinkedHashMap<String, @Nullable Object>();
        for (Map.Entry<String, Field> asked : names.entrySet()) {
            Object value = whole.get(asked.getKey());
            if (value != null) {
                picked.put(asked.getKey(), inside(value, asked.getValue().inner()));
            }
        }
        if (whole.containsKey("id")) {
            picked.putIfAbsent("id", whole.get("id"));
        }
        return picked;
    }

    @SuppressWarnings("unchecked")
    private static Object inside(Object value, FieldsAsked inner) {
        if (inner.isEmpty()) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return map.get("data") instanceof List<?> list
                    ? withData((Map<String, @Nullable Object>) map, list, inner)
                    : inner.pick((Map<String, @Nullable Object>) map);
        }
        return value;
    }

    private static Map<String, @Nullable Object> withData(
            Map<String, @Nullable Object> page, List<?> items, FieldsAsked inner) {
        var picked = new LinkedHashMap<String, @Nullable Object>(page);
        picked.put("data", items.stream().map(item -> inside(item, inner)).toList());
        return picked;
    }

    private static FieldsAsked parse(String text, int depth) {
        var names = new LinkedHashMap<String, Field>();
        if (depth < DEEPEST) {
            for (String part : parts(text)) {
                add(part.strip(), names, depth);
            }
        }
        return new FieldsAsked(names);
    }

    private static void add(String part, Map<String, Field> names, int depth) {
        int brace = part.indexOf('{');
        String head = brace < 0 ? part : part.substring(0, brace);
        String inner = brace < 0 || !part.endsWith("}") ? "" : part.substring(brace + 1, part.length() - 1);
        int dot = head.indexOf('.');
        String name = dot < 0 ? head : head.substring(0, dot);
        if (!name.isBlank()) {
            names.put(name.strip(), new Field(dot < 0 ? null : head.substring(dot + 1), parse(inner, depth + 1)));
        }
    }

    /** Separated by the commas that are not inside anything. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '(' -> depth++;
                case '}', ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
