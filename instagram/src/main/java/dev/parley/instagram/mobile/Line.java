package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Deadline;
import dev.parley.instagram.http.Reading;
import dev.parley.instagram.http.Wire;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;

/** One account's line to Instagram: its device, its proxy, and the session as the last answer left it. */
final class Line {

    private final Settings settings;
    private final AnswerParser parser;
    private final Wire wire;
    private final AppHeaders headers;
    private final String base;
    private final AtomicReference<SessionState> state;

    Line(Settings settings, AnswerParser parser, Wire wire, AppHeaders headers, SessionState state) {
        this.settings = settings;
        this.parser = parser;
        this.wire = wire;
        this.headers = headers;
        this.base = settings.apiBase() + "api/";
        this.state = new AtomicReference<>(state);
    }

    SessionState state() {
        return state.get();
    }

    void change(UnaryOperator<SessionState> change) {
        state.updateAndGet(change);
    }

    Deadline deadline() {
        return Deadline.in(settings.limits().callDeadline());
    }

    /** One exchange for a signed-in account. */
    <T> Outcome<T> ask(AppRequest request, Reading<T> reading) {
        if (!state().signedIn()) {
            return new Outcome.Refused<>(new Refusal.LoginRequired("Signed out; nothing was asked"));
        }
        return send(request, reading, deadline()).outcome();
    }

    /** One exchange; sent at most once, whatever happens. */
    <T> Answer<T> send(AppRequest request, Reading<T> reading, Deadline deadline) {
        return wire.send(http(request), deadline, new Wire.Receiver<>() {
            @Override
            public Answer<T> missing(Refusal.Failure failure) {
                return new Answer.Missing<>(failure);
            }

            @Override
            public Answer<T> read(Response response) throws IOException {
                heed(response.headers());
                return parser.parse(response, reading);
            }
        });
    }

    private Request http(AppRequest request) {
        return new Request.Builder()
                .url(base + request.path())
                .headers(headers.at(settings.clock().instant(), state()))
                .method(request.body() == null ? "GET" : "POST", request.body())
                .build();
    }

    private void heed(Headers answered) {
        state.updateAndGet(known -> known.after(answered));
    }
}
