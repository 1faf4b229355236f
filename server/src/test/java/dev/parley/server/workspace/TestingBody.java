package dev.parley.server.workspace;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Fills in what a call takes as its body: ids with the one given, everything else with something of its kind. */
final class TestingBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TestingBody() {}

    static String of(Class<?> type, UUID id) {
        return JSON.writeValueAsString(fields(type, id));
    }

    static boolean namesThings(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .anyMatch(TestingBody::isId);
    }

    /** Ids are records around a UUID. */
    static boolean isId(Class<?> type) {
        return type == UUID.class
                || (type.isRecord()
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == UUID.class);
    }

    /** As somebody types it into a form: a word that is a code, too. */
    static String typed(Class<?> type) {
        if (type.isEnum()) {
            return String.valueOf(type.getEnumConstants()[0]);
        }
        return type == String.class ? "123456" : "1";
    }

    private static Map<String, Object> fields(Class<?> type, UUID id) {
        var fields = new LinkedHashMap<String, Object>();
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                var value = value(component, id);
                if (value != null) {
                    fields.put(snakeCase(component.getName()), value);
                }
            }
        }
        return fields;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(RecordComponent component, UUID id) {
        var type = component.getType();
        if (isId(type)) {
            return id.toString();
        }
        if (type == String.class) {
            return word(component);
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == Map.class) {
            var ofLists = component.getGenericType() instanceof ParameterizedType map
                    && map.getActualTypeArguments()[1] instanceof ParameterizedType;
            return Map.of("word", ofLists ? List.of("word") : "word");
        }
        if (type == List.class && isOfWords(component)) {
            // Without one that is not needed: it may be one of several ways to say the same.
            return component.getAccessor().isAnnotationPresent(NotNull.class) ? List.of("word") : null;
        }
        if (component.getGenericType() instanceof ParameterizedType several
                && several.getActualTypeArguments()[0] instanceof Class<?> one
                && one.isEnum()) {
            return List.of(one.getEnumConstants()[0]);
        }
        if (component.getGenericType() instanceof ParameterizedType several
                && several.getActualTypeArguments()[0] instanceof Class<?> one
                && one.isRecord()
                && !isId(one)) {
            return List.of(fields(one, id));
        }
        return type.isRecord() ? fields(type, id) : null;
    }

    private static boolean isOfWords(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType several
                && several.getActualTypeArguments()[0] == String.class;
    }

    /** One of those that the call takes, where it takes only some. */
    private static String word(RecordComponent component) {
        var pattern = component.getAccessor().getAnnotation(Pattern.class);
        return pattern != null && pattern.regexp().matches("[A-Z_|]+")
                ? pattern.regexp().split("\\|", -1)[0]
                : "word";
    }
}
