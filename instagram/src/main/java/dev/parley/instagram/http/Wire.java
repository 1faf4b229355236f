package dev.parley.instagram.http;

import dev.parley.instagram.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One way to Instagram. Each request is sent at most once, whatever happens. */
public final class Wire {

    private final OkHttpClient client;

    Wire(OkHttpClient client) {
        this.client = client;
    }

    /** One exchange. Never throws for what the network or the other side did. */
    public <A> A send(Request request, Deadline deadline, Receiver<A> receiver) {
        Departure departure = new Departure();
        Call call = client.newCall(
                request.newBuilder().tag(Departure.class, departure).build());
        call.timeout().timeout(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return read(response, receiver);
        } catch (IOException e) {
            return receiver.missing(departure.begun() ? unanswered(e) : notSent(e));
        }
    }

    private static <A> A read(Response response, Receiver<A> receiver) {
        try {
            return receiver.read(response);
        } catch (InterruptedIOException e) {
            return receiver.missing(unanswered(e));
        } catch (IOException e) {
            return receiver.missing(new Refusal.BadResponse("The answer broke off" + kind(e)));
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

    /** What a driver makes of one exchange. */
    public interface Receiver<A> {

        /** Nothing came back, or nothing complete. */
        A missing(Refusal.Failure failure);

        /**
         * The head of an answer came; its body can be read.
         *
         * @throws IOException if it breaks off on the way
         */
        A read(Response response) throws IOException;
    }
}
