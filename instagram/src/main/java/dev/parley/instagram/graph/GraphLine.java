package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Deadline;
import dev.parley.instagram.http.RetryAfter;
import dev.parley.instagram.http.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One account's line to the official API: its way there, and what the last answer told of its usage. */
final class GraphLine {

    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final Settings settings;
    private final AnswerParser parser;
    private final Wire wire;
    private final AtomicReference<Usage> usage = new AtomicReference<>(Usage.UNKNOWN);

    GraphLine(Settings settings, AnswerParser parser, Wire wire) {
        this.settings = settings;
        this.parser = parser;
        this.wire = wire;
    }

    Settings settings() {
        return settings;
    }

    Usage usage() {
        return usage.get();
    }

    Deadline deadline() {
        return Deadline.in(settings.limits().callDeadline());
    }

    /** One exchange with a deadline of its own. */
    <T> Outcome<T> ask(GraphRequest request, String token, Function<ObjectNode, @Nullable T> reading) {
        return send(request, token, deadline()).outcome(reading);
    }

    /** One exchange with the graph; sent at most once, whatever happens. */
    Answer send(GraphRequest request, String token, Deadline deadline) {
        if (settings.proveSecret()) {
            request.query().with("appsecret_proof", SecretProof.of(settings.app(), token));
        }
        Request http = request.to(graph())
                .newBuilder()
                .header("Authorization", "Bearer " + token)
                .build();
        return send(http, deadline);
    }

    Answer send(Request http, Deadline deadline) {
        return wire.send(http, deadline, new Wire.Receiver<>() {
            @Override
            public Answer missing(Refusal.Failure failure) {
                return new Answer.Missing(failure);
            }

            @Override
            public Answer read(Response response) throws IOException {
                return parser.parse(response, heed(response.headers()));
            }
        });
    }

    private HttpUrl graph() {
        return address(settings.hosts().graph(settings.login()).toString(), settings.version());
    }

    /** An address below a host's. The builder has seen to it that they are addresses. */
    static HttpUrl address(String host, String path) {
        return HttpUrl.get(host).newBuilder().addPathSegments(path).build();
    }

    /** What the answer asks to wait. */
    private @Nullable Duration heed(Headers headers) {
        Usage told = UsageHeaders.in(headers);
        if (told != null) {
            usage.set(told);
        }
        Duration asked = RetryAfter.in(headers);
        if (asked != null || told == null) {
            return asked;
        }
        Duration wait = told.pause(LONGEST_WAIT);
        return wait.isZero() ? null : wait;
    }
}
