package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** The sandbox's own clock. */
final class ClockCalls {
    private static final String NOW = "now";
    private static final String ADVANCE = "advance";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private ClockCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/clock", ClockCalls::tell);
        routes.post("/clock", ClockCalls::move);
    }

    private static Answer tell(ServerRequest request, SandboxState state) {
        return Answer.ok(Json.object(NOW, state.clock().instant().toString()));
    }

    private static Answer move(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of(NOW, ADVANCE));
        if (body.text(NOW).isPresent() == body.text(ADVANCE).isPresent()) {
            throw new BadRequest("Give either now or advance");
        }
        Instant target = body.text(NOW)
                .map(text -> parse(text, NOW, "2026-11-01T12:00:00Z", Instant::parse))
                .or(() -> body.text(ADVANCE)
                        .map(text -> parse(text, ADVANCE, "PT24H", Duration::parse))
                        .map(duration -> parse(duration, state)))
                .orElseThrow();
        if (target.isBefore(EARLIEST) || target.isAfter(LATEST)) {
            throw new BadRequest("The clock stays between " + EARLIEST + " and " + LATEST);
        }
        state.clock().set(target, state.journal());
        return tell(request, state);
    }

    private static Instant parse(Duration advance, SandboxState state) {
        try {
            return state.clock().instant().plus(advance);
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRequest("advance is too long");
        }
    }

    private static <T> T parse(String text, String field, String example, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new BadRequest(field + " must look like " + example + ", not " + text);
        }
    }
}
