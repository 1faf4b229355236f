package dev.parley.server.activity;

import dev.parley.server.activity.Activities.Placed;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.StillSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What happens, as it happens (server-sent events). */
@RestController
@Needs(Right.READ)
class EventsApi {

    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private final LiveFeed feed;
    private final JsonMapper json;

    EventsApi(LiveFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    /** Runs on the request's own virtual thread for as long as somebody listens. */
    @GetMapping("/api/events")
    void follow(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        try (var listener = feed.listen(caller.workspace(), lastEventId.flatMap(Position::parse))) {
            follow(listener, StillSignedIn.of(request), response.getWriter());
        }
    }

    private void follow(Listener listener, BooleanSupplier stillSignedIn, PrintWriter out) throws InterruptedException {
        out.print("retry: 1000\n\n");
        out.flush();
        var checkedAt = System.nanoTime();
        while (listener.isOpen() && !out.checkError()) {
            var placed = listener.next(CHECK_EVERY);
            out.print(placed == null ? ": still here\n\n" : event(placed));
            if (System.nanoTime() - checkedAt >= CHECK_EVERY.toNanos()) {
                checkedAt = System.nanoTime();
                if (!stillSignedIn.getAsBoolean()) {
                    return;
                }
            }
        }
    }

    private String event(Placed placed) {
        return "id: %s\nevent: activity\ndata: %s\n\n"
                .formatted(placed.position(), json.writeValueAsString(placed.activity()));
    }
}
