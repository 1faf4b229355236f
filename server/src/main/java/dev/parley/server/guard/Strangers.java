package dev.parley.server.guard;

import dev.parley.server.web.RequestRates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Counts requests of nobody who is known here, by where they come from. */
@Component
public class Strangers {

    private final RequestRates rates;

    Strangers(RequestRates rates) {
        this.rates = rates;
    }

    /** Refuses with TOO_MANY_REQUESTS. */
    public void count(HttpServletRequest request, HttpServletResponse response) {
        var from = From.of(request);
        if (!from.isThisMachine()) {
            rates.takeAsStranger(from.network(), response);
        }
    }
}
