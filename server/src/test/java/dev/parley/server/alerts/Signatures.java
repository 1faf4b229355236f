package dev.parley.server.alerts;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.parley.server.testing.TestingReceiver.Received;

/** What whoever receives does with a public library. */
final class Signatures {

    private Signatures() {}

    static boolean isRight(String secret, Received received) {
        try {
            new Webhook(secret).verify(received.body(), received.headers());
            return true;
        } catch (WebhookVerificationException wrong) {
            return false;
        }
    }
}
