package dev.parley.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often somebody may ask: each has an allowance that fills up again over a minute, counted by each node for itself. What is left
 * of it is told as the IETF's draft of the RateLimit header fields has it.
 */
@Component
public class RequestRates {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 100_000;

    private final RateSettings settings;
    private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(WINDOW)
            .build();

    RequestRates(RateSettings settings) {
        this.settings = settings;
    }

    /** Refuses with TOO_MANY_REQUESTS. */
    public void takeAsStranger(String address, HttpServletResponse response) {
        count(new Stranger(address), settings.strangers(), response);
    }

    /**
     * Refuses with TOO_MANY_REQUESTS.
     *
     * @param proof the session or token that the request came with
     */
    public void take(Object proof, HttpServletResponse response) {
        count(proof, settings.signedIn(), response);
    }

    private record Stranger(String address) {}

    private void count(Object who, int allowance, HttpServletResponse response) {
        var taken = buckets.get(who, unknown -> full(allowance)).tryConsumeAndReturnRemaining(1);
        var left = taken.getRemainingTokens();
        var fullIn = Math.ceilDiv((allowance - left) * WINDOW.toSeconds(), allowance);
        response.setHeader("RateLimit-Policy", "\"requests\";q=" + allowance + ";w=" + WINDOW.toSeconds());
        response.setHeader("RateLimit", "\"requests\";r=" + left + ";t=" + fullIn);
        if (!taken.isConsumed()) {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1);
            throw new BotException(
                    ErrorCode.TOO_MANY_REQUESTS, ErrorCode.TOO_MANY_REQUESTS.description(), Refusal.until(wait));
        }
    }

    private static Bucket full(int allowance) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowance).refillGreedy(allowance, WINDOW))
                .build();
    }
}
