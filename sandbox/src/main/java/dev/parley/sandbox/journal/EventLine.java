package dev.parley.sandbox.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event as one line: its name and its components, separated by tabs. */
final class EventLine {
    private static final Map<String, Form> FORMS =
            forms(Event.class).map(Form::new).collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));

    private EventLine() {}

    private static Stream<Class<?>> forms(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(EventLine::forms);
    }

    static String write(Event event) {
        return form(event.getClass().getSimpleName()).write(event);
    }

    static Event read(String line) {
        String[] fields = line.split("\t", -1);
        return form(fields[0]).read(fields);
    }

    private static Form form(String name) {
        Form form = FORMS.get(name);
        if (form == null) {
            throw new IllegalStateException("The journal has an event this version does not know: " + name);
        }
        return form;
    }

    private record Form(String name, RecordComponent[] components, Constructor<?> constructor) {

        Form(Class<?> type) {
            this(type.getSimpleName(), type.getRecordComponents(), type.getDeclaredConstructors()[0]);
        }

        String write(Event event) {
            var line = new StringBuilder(name);
            for (RecordComponent component : components) {
                line.append('\t').append(escape(value(component, event)));
            }
            return line.append('\n').toString();
        }

        Event read(String[] fields) {
            if (fields.length != components.length + 1) {
                throw new IllegalStateException("The journal has a malformed " + name);
            }
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = parse(components[i].getType(), fields[i + 1]);
            }
            try {
                return (Event) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The journal has an unreadable " + name, e);
            }
        }

        private static String value(RecordComponent component, Event event) {
            try {
                return String.valueOf(component.getAccessor().invoke(event));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Object parse(Class<?> type, String field) {
            if (type == long.class) {
                return Long.parseLong(field);
            }
            if (type == int.class) {
                return Integer.parseInt(field);
            }
            if (type == boolean.class) {
                return Boolean.parseBoolean(field);
            }
            return unescape(field);
        }
    }

    private static String escape(String text) {
        if (text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' ? unescaped(text.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> c;
        };
    }
}
