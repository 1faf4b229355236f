package dev.parley.sandbox;

import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Refuses bodies over 1 MiB with 413. One that is not absurdly large is read to its end first: a client that is still sending when
 * the connection closes would never see the answer.
 */
final class BodyLimit implements Filter {

    static final long ABSURD_BYTES = 16 << 20;
    private static final long LARGEST_BYTES = 1 << 20;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.headers().contentLength().orElse(0) > LARGEST_BYTES) {
            request.content().consume();
            response.status(Status.REQUEST_ENTITY_TOO_LARGE_413).send();
            return;
        }
        chain.proceed();
    }
}
