package dev.parley.sandbox.transport;

import dev.parley.sandbox.http.Answer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.function.Supplier;

/** Where the sandbox can be reached, and the certificate authority to be trusted, at {@code /_sandbox/doors} and {@code /_sandbox/ca.pem}. */
public final class DoorCalls implements HttpService {
    private static final int NOT_FOUND = 404;

    private final Supplier<Doors> doors;

    public DoorCalls(Supplier<Doors> doors) {
        this.doors = doors;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/_sandbox/doors",
                (request, response) -> Answer.ok(doors.get().json()).send(response));
        rules.get("/_sandbox/ca.pem", (request, response) -> pem().send(response));
    }

    private Answer pem() {
        String pem = doors.get().caPem();
        return pem == null
                ? Answer.problem(NOT_FOUND, "Not found", "This sandbox was started without HTTPS")
                : Answer.text(200, "application/x-pem-file", pem);
    }
}
