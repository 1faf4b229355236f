package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import java.util.List;

/** What came of a webhook. Answer within five seconds, with the status that each kind names. */
public sealed interface WebhookDelivery {

    /** It is Instagram's, and understood as far as known: 200, once the events are stored. May hold no event at all. */
    record Accepted(List<IncomingEvent> events) implements WebhookDelivery {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is not signed with any of the secrets: 403. */
    record NotSigned() implements WebhookDelivery {}

    /** It is larger than is read: 413. */
    record TooLarge() implements WebhookDelivery {}

    /** It is signed and no JSON: 400. */
    record Malformed() implements WebhookDelivery {}
}
