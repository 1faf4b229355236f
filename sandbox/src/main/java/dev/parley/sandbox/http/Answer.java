package dev.parley.sandbox.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes back to a client, and whether all of it does. */
public record Answer(int status, String contentType, byte[] body, List<Field> headers, Ending ending) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json; charset=utf-8";

    /** How the connection treats the answer. */
    public enum Ending {
        WHOLE,
        CUT_IN_THE_MIDDLE,
        NEVER_SENT
    }

    public record Field(HeaderName name, String value) {}

    public static Answer json(int status, Object body) {
        return new Answer(status, JSON, Json.bytes(body), List.of(), Ending.WHOLE);
    }

    public static Answer ok(Object body) {
        return json(200, body);
    }

    public static Answer problem(int status, String title, String detail) {
        byte[] body =
                Json.bytes(Json.object("type", "about:blank", "title", title, "status", status, "detail", detail));
        return new Answer(status, PROBLEM, body, List.of(), Ending.WHOLE);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), List.of(), Ending.WHOLE);
    }

    public Answer with(HeaderName name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Field(name, value));
        return new Answer(status, contentType, body, more, ending);
    }

    public Answer ending(Ending how) {
        return new Answer(status, contentType, body, headers, how);
    }

    public void send(ServerResponse response) {
        if (ending == Ending.NEVER_SENT) {
            throw new CloseConnectionException("The script drops this connection");
        }
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        headers.forEach(field -> response.headers().add(field.name(), field.value()));
        if (ending == Ending.CUT_IN_THE_MIDDLE) {
            sendHalf(response);
        }
        response.send(body);
    }

    private void sendHalf(ServerResponse response) {
        response.contentLength(body.length);
        try {
            OutputStream out = response.outputStream();
            out.write(body, 0, body.length / 2);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new CloseConnectionException("The script cuts this answer");
    }
}
