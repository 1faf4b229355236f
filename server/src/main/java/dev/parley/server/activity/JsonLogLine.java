package dev.parley.server.activity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** A log line as one JSON object. */
class JsonLogLine implements StructuredLogFormatter<ILoggingEvent> {

    private static final String OURS = "dev.parley.server.";

    private final JsonWriter<ILoggingEvent> line = JsonWriter.<ILoggingEvent>of(members -> {
                members.add("timestamp", event -> event.getInstant().toString());
                members.add("level", event -> event.getLevel().toString());
                members.add("message", ILoggingEvent::getFormattedMessage);
                members.add("error_code", JsonLogLine::code).whenNotNull();
                members.add("module", JsonLogLine::module);
                members.add("severity", JsonLogLine::severity);
                members.add("user_id", event -> bound(event, "user_id")).whenNotNull();
                members.add("action", event -> bound(event, "action")).whenNotNull();
                members.add("correlation_id", event -> bound(event, "correlation_id"))
                        .whenNotNull();
                members.add("logger", ILoggingEvent::getLoggerName);
                members.add("thread", ILoggingEvent::getThreadName);
                members.add("stack", JsonLogLine::stack).whenNotNull();
            })
            .withNewLineAtEnd();

    @Override
    public String format(ILoggingEvent event) {
        return line.writeToString(event);
    }

    private static @Nullable String bound(ILoggingEvent event, String key) {
        return event.getMDCPropertyMap().get(key);
    }

    private static @Nullable ErrorCode errorCode(ILoggingEvent event) {
        var pairs = event.getKeyValuePairs();
        return (pairs == null ? List.<KeyValuePair>of() : pairs)
                .stream()
                        .filter(pair -> pair.key.equals("error_code") && pair.value instanceof ErrorCode)
                        .map(pair -> (ErrorCode) pair.value)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String code(ILoggingEvent event) {
        var code = errorCode(event);
        return code == null ? null : code.code();
    }

    private static String module(ILoggingEvent event) {
        var code = errorCode(event);
        if (code != null) {
            return code.module();
        }
        var logger = event.getLoggerName();
        if (!logger.startsWith(OURS)) {
            return "framework";
        }
        var within = logger.substring(OURS.length());
        return within.contains(".") ? within.substring(0, within.indexOf('.')) : "server";
    }

    private static String severity(ILoggingEvent event) {
        var code = errorCode(event);
        if (code != null) {
            return code.severity();
        }
        var level = event.getLevel();
        return level.isGreaterOrEqual(Level.ERROR) ? "E" : level.isGreaterOrEqual(Level.WARN) ? "W" : "I";
    }

    private static @Nullable String stack(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? null : ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
}
