package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls that only say whether they were done. */
final class Switching {

    private Switching() {}

    static GraphInstagram.@Nullable Switched read(JsonNode json) {
        return Fields.isTrue(json, "success") ? new GraphInstagram.Switched() : null;
    }

    static Outcome<GraphInstagram.Switched> subscribe(Account account, Set<String> fields) {
        Parameters query = new Parameters().with("subscribed_fields", String.join(",", fields));
        return account.ask(GraphRequest.post(account.messaging("subscribed_apps"), query), Switching::read);
    }

    static Outcome<GraphInstagram.Switched> unsubscribe(Account account) {
        return account.ask(
                GraphRequest.delete(account.messaging("subscribed_apps"), new Parameters()), Switching::read);
    }
}
