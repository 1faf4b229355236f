package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One account's line to Instagram: its device, its proxy, and the session as the last answer left it. */
final class Line {

    private final Settings settings;
    private final AnswerParser parser;
    private final OkHttpClient client;
    private final AppHeaders headers;
    private final String base;
    private final AtomicReference<SessionState> state;

    Line(Settings settings, AnswerParser parser, OkHttpClient client, AppHeaders headers, SessionState state) {
        this.settings = settings;
        this.parser = parser;
        this.client = client;
        this.headers = headers;
        this.base = settings.apiBase() + "api/v1/";
        this.state = new AtomicReference<>(state);
    }

    SessionState state() {
        return state.get();
    }

    void change(UnaryOperator<SessionState> change) {
        state.updateAndGet(change);
    }

    Deadline deadline() {
        return Deadline.in(settings.callDeadline());
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
        Departure departure = new Departure();
        Call call = client.newCall(http(request, departure));
        call.timeout().timeout(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            heed(response.headers());
            return read(response, reading);
        } catch (IOException e) {
            return new Answer.Missing<>(departure.begun() ? unanswered(e) : notSent(e));
        }
    }

    private Request http(AppRequest request, Departure departure) {
        return new Request.Builder()
                .url(base + request.path())
                .headers(headers.at(settings.clock().instant(), state()))
                .method(request.body() == null ? "GET" : "POST", request.body())
                .tag(Departure.class, departure)
                .build();
    }

    private void heed(Headers answered) {
        state.updateAndGet(known -> known.after(answered));
    }

    private <T> Answer<T> read(Response response, Reading<T> reading) {
        try {
            return parser.parse(response, reading);
        } catch (InterruptedIOException e) {
            return new Answer.Missing<>(unanswered(e));
        } catch (IOException e) {
            return new Answer.Missing<>(new Refusal.BadResponse("The answer broke off" + kind(e)));
        }
    }

    private static Refusal.Failure notSent(IOException e) {
        return new Refusal.NotSent("No connection to Instagram; nothing was sent" + kind(e));
    }

    private static Refusal.Failure unanswered(IOException e) {
        return new Refusal.Unanswered("No answer from Instagram in time, or the connection broke" + kind(e));
    }

    /** The kind alone: messages of exceptions may quote what was sent. */
    private static String kind(IOException e) {
        return " (" + e.getClass().getSimpleName() + ")";
    }
}
