package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Quote;
import dev.parley.instagram.http.RetryAfter;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What came back from one exchange. */
sealed interface Answer<T> {

    Outcome<T> outcome();

    /** Nothing came back, or nothing complete. */
    record Missing<T>(Refusal.Failure failure) implements Answer<T> {

        @Override
        public Outcome<T> outcome() {
            return new Outcome.Refused<>(failure);
        }
    }

    /**
     * A complete answer, of whatever content.
     *
     * @param value what the call's reading found, or null
     */
    record Came<T>(
            int status,
            Headers headers,
            Remarks remarks,
            @Nullable T value) implements Answer<T> {

        private static final int FIRST_REFUSING_STATUS = 300;

        @Override
        public Outcome<T> outcome() {
            if (succeeded() && value != null) {
                return new Outcome.Done<>(value);
            }
            return new Outcome.Refused<>(refusal());
        }

        /** Whether it says that the thing asked for was done; then only its content may still be missing. */
        boolean succeeded() {
            return status < FIRST_REFUSING_STATUS
                    && remarks.json()
                    && !remarks.failed()
                    && (value != null || remarks.silent());
        }

        /** Why not. */
        Refusal refusal() {
            return succeeded()
                    ? new Refusal.BadResponse("Instagram's answer lacks what was asked for")
                    : ErrorTable.refusal(this);
        }

        @Nullable
        String location() {
            return headers.get("Location");
        }

        @Nullable
        Duration retryAfter() {
            return RetryAfter.in(headers);
        }

        /** A sentence of ours with what Instagram said. */
        String telling(String sentence) {
            String words = remarks.feedback().isEmpty() ? remarks.message() : remarks.feedback();
            String quote = Quote.of(words.isEmpty() || !remarks.json() ? remarks.errorType() : words);
            return sentence + " (HTTP " + status + (quote.isEmpty() ? ")" : ": " + quote + ")");
        }
    }
}
