package dev.parley.bench.instagram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares the messages that a party has said to have sent with those that the sandbox has taken: no figure of a wrong run is printed. */
final class SentTruth {

    private final BenchSandbox sandbox;
    private final Chats chats;
    private final Map<String, List<String>> expected = new TreeMap<>();

    SentTruth(BenchSandbox sandbox, Chats chats) {
        this.sandbox = sandbox;
        this.chats = chats;
    }

    /** These have been sent, by so many accounts in turns. */
    void add(int first, int count, int accounts) {
        IntStream.range(first, first + count).forEach(number -> {
            Chats.Place place = chats.of(number, accounts);
            expected.computeIfAbsent(place.session().username(), ignored -> new ArrayList<>())
                    .add(place.chat().person() + ": " + MessageLoop.text(number));
        });
    }

    /** @throws IllegalStateException if one is missing, came twice or went elsewhere */
    void check() throws IOException, InterruptedException {
        for (var sender : expected.entrySet()) {
            List<String> taken = taken(sender.getKey());
            List<String> said = sender.getValue().stream().sorted().toList();
            if (!taken.equals(said)) {
                throw new IllegalStateException(
                        "%s has said to have sent %s, but the sandbox took %s".formatted(sender.getKey(), said, taken));
            }
        }
    }

    private List<String> taken(String sender) throws IOException, InterruptedException {
        return sandbox.truth("messages?sender=" + sender)
                .valueStream()
                .filter(message -> !message.path("text").asString().equals(Kinds.TEXT))
                .flatMap(message -> times(message).stream())
                .sorted()
                .toList();
    }

    private static Collection<String> times(JsonNode message) {
        String what = message.path("recipient").asString() + ": "
                + message.path("text").asString();
        return IntStream.range(0, message.path("times_received").asInt())
                .mapToObj(time -> what)
                .toList();
    }
}
