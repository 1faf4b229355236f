package dev.parley.server.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;

/** The id that ties together what one request or job caused: in answers, log lines, activities and actions. */
public final class Correlation {

    public static final String KEY = "correlation_id";

    /** No secret: it opens nothing. */
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();

    private Correlation() {}

    /** The bound id; outside any request or job a new one, of this moment only. */
    public static String current() {
        var bound = MDC.get(KEY);
        return bound == null ? create() : bound;
    }

    public static String create() {
        return IDS.generateId().toString();
    }

    public static void run(String id, Runnable work) {
        try (var _ = bind(id)) {
            work.run();
        }
    }

    /** Under the given id, or under the current one where none is given. */
    public static <T extends @Nullable Object> T call(@Nullable String id, Supplier<T> work) {
        try (var _ = bind(id == null ? current() : id)) {
            return work.get();
        }
    }

    static Bound bind(String id) {
        var before = MDC.get(KEY);
        MDC.put(KEY, id);
        return () -> {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    interface Bound extends AutoCloseable {
        @Override
        void close();
    }
}
