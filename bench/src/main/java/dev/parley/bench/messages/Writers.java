package dev.parley.bench.messages;

import dev.parley.bench.JsonCalls;
import dev.parley.sandbox.ConsentPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/** Accounts that write to the same few people by turns, through one of the drivers. */
final class Writers {

    /** Callers of the API. */
    static final int AT_ONCE = 4;

    private static final int FRIENDS = 3;
    private static final int PATIENCE_SECONDS = 120;
    private static final String OFFICIAL = "graph";

    private final JsonCalls parley;
    private final Instagram instagram;
    private final List<String> accounts;
    private final List<String> friends;
    private int asked;

    private Writers(JsonCalls parley, Instagram instagram, List<String> accounts, List<String> friends) {
        this.parley = parley;
        this.instagram = instagram;
        this.accounts = accounts;
        this.friends = friends;
    }

    static Writers connect(JsonCalls parley, Instagram instagram, String driver, int count) throws Exception {
        var accounts = instagram.makeAccounts(driver, count);
        var friends = instagram.makeAccounts("friendof" + driver, FRIENDS);
        atOnce(count, n -> connect(parley, driver, accounts.get(n)));
        if (driver.equals(OFFICIAL)) {
            accounts.forEach(account -> friends.forEach(friend -> instagram.write(friend, account)));
        }
        return new Writers(parley, instagram, accounts, friends);
    }

    private static void connect(JsonCalls parley, String driver, String account) {
        if (driver.equals(OFFICIAL)) {
            JsonNode begun = parley.post("/api/bot/login", Map.of("username", account, "driver", driver))
                    .path("verification");
            var page = new ConsentPage(URI.create(begun.path("page").asString()));
            parley.post(
                    "/api/bot/verify/authorization",
                    Map.of(
                            "verification_id",
                            begun.path("id").asString(),
                            "brought_back",
                            ConsentPage.parameters(page.allow(account))));
        } else {
            parley.post(
                    "/api/bot/login", Map.of("username", account, "password", Instagram.PASSWORD, "driver", driver));
        }
    }

    int accounts() {
        return accounts.size();
    }

    /** Asks for so many; they are sent later. */
    void ask(int count) throws Exception {
        sendAll(count, 0);
    }

    /** Sends so many, each caller waiting for its message to be sent. */
    void send(int count) throws Exception {
        sendAll(count, PATIENCE_SECONDS);
    }

    private void sendAll(int count, int wait) throws Exception {
        var first = asked;
        asked += count;
        atOnce(count, n -> sendOne(first + n, wait));
    }

    private void sendOne(int number, int wait) {
        var account = accounts.get(number % accounts.size());
        var friend = friends.get(number / accounts.size() % friends.size());
        var status = parley.post(
                        "/api/messages/send",
                        Map.of(
                                "username",
                                account,
                                "recipient",
                                friend,
                                "content",
                                "Message " + number,
                                "wait_s",
                                wait))
                .path("status")
                .asString();
        if (wait > 0 && !status.equals("sent")) {
            throw new IllegalStateException("Message %d of %s is %s".formatted(number, account, status));
        }
    }

    /** No figure of a wrong run is printed. */
    void expectAllArrived() {
        for (int n = 0; n < accounts.size(); n++) {
            var more = n < asked % accounts.size() ? 1 : 0;
            instagram.expectArrived(accounts.get(n), asked / accounts.size() + more);
        }
    }

    /** Calls for 0, 1 and so on, a few at once. */
    static void atOnce(int count, IntConsumer call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var calls = new ArrayList<Future<?>>();
            for (int n = 0; n < count; n++) {
                var number = n;
                calls.add(threads.submit(() -> call.accept(number)));
            }
            for (var one : calls) {
                one.get();
            }
        }
    }
}
