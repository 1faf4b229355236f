package dev.parley.bench.messages;

import dev.parley.bench.JsonCalls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The fake one, and what it knows. */
record Instagram(JsonCalls calls) {

    /** What all its accounts sign in with. */
    static final String PASSWORD = "sandbox-pass";

    static Instagram at(URI address) {
        return new Instagram(JsonCalls.to(address));
    }

    List<String> makeAccounts(String prefix, int count) {
        return calls.post("/_sandbox/accounts", Map.of("prefix", prefix, "count", count, "signed_in", false))
                .valueStream()
                .map(account -> account.path("username").asString())
                .toList();
    }

    void write(String from, String to) {
        calls.post("/_sandbox/messages", Map.of("from", from, "to", to, "text", "Hello"));
    }

    /** @throws IllegalStateException if not exactly so many have arrived, each once */
    void expectArrived(String sender, int count) {
        var arrived = JsonMapper.shared().readTree(calls.get("/_sandbox/truth/messages?sender=" + sender));
        var once = arrived.valueStream()
                .filter(message -> message.path("times_received").asInt() == 1)
                .count();
        if (arrived.size() != count || once != count) {
            throw new IllegalStateException("%s sent %d messages, of which %d arrived once: it should be %d"
                    .formatted(sender, arrived.size(), once, count));
        }
    }
}
