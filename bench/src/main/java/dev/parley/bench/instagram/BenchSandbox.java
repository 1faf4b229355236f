package dev.parley.bench.instagram;

import dev.parley.cli.instance.Home;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.mobile.MobileDriver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox as a process of its own, with its data folder, and what it has for the parties. */
final class BenchSandbox implements AutoCloseable {

    private static final int POSTS = 200;
    private static final int LARGEST_GROUP = 20_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final OwnProcess process;
    private final URI address;

    private BenchSandbox(OwnProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BenchSandbox start() throws IOException {
        Home home = Home.find();
        OwnProcess process = OwnProcess.start(List.of(
                home.java().toString(),
                "-jar",
                home.sandboxJar().toString(),
                "--port",
                "0",
                "--data-dir",
                Files.createTempDirectory("parley-bench").toString()));
        return new BenchSandbox(process, URI.create(process.await("Sandbox ready at")));
    }

    URI address() {
        return address;
    }

    OwnProcess process() {
        return process;
    }

    /** So many new accounts, signed in. */
    List<Work.Session> sessions(String prefix, int count) throws IOException, InterruptedException {
        if (count > LARGEST_GROUP) {
            throw new IllegalArgumentException("the sandbox makes at most %,d at once".formatted(LARGEST_GROUP));
        }
        var request = HttpRequest.newBuilder(address.resolve("/_sandbox/accounts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"prefix\":\"%s\",\"count\":%d}".formatted(prefix, count)))
                .build();
        var sessions = new ArrayList<Work.Session>();
        for (JsonNode account : json(request)) {
            sessions.add(session(account));
        }
        return sessions;
    }

    private static Work.Session session(JsonNode account) {
        JsonNode session = account.path("session");
        Map<String, String> cookies = new TreeMap<>();
        for (String name : List.of("sessionid", "ds_user_id", "csrftoken", "mid", "rur")) {
            String value = session.path(name).asString("");
            if (!value.isEmpty()) {
                cookies.put(name, value);
            }
        }
        Map<String, String> ids = new TreeMap<>();
        session.path("device")
                .properties()
                .forEach(id -> ids.put(id.getKey(), id.getValue().asString()));
        return new Work.Session(
                account.path("username").asString(),
                account.path("user_id").asString(),
                session.path("authorization").asString(),
                cookies,
                ids);
    }

    /** People with a post of theirs, whom every kind of call can be about. */
    List<Work.Target> targets() throws IOException, InterruptedException {
        try (var driver = MobileDriver.builder().apiBase(address).build()) {
            Instagram instagram = MobileParty.open(driver, sessions("look", 1).getFirst());
            return posts(instagram).stream()
                    .map(post -> new Work.Target(
                            post.owner().username(),
                            post.owner().id().value(),
                            post.id().value(),
                            post.code()))
                    .filter(target -> IntStream.range(0, Kinds.COUNT)
                            .allMatch(kind -> MobileParty.call(instagram, target, kind) instanceof Outcome.Done))
                    .toList();
        }
    }

    /** What the sandbox knows of what has happened. */
    JsonNode truth(String what) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(address.resolve("/_sandbox/truth/" + what))
                .build());
    }

    private static List<Media> posts(Instagram instagram) {
        var posts = new ArrayList<Media>();
        String cursor = null;
        do {
            Page<Media> page = done(instagram.hashtag("travel", cursor));
            posts.addAll(page.items());
            cursor = page.next();
        } while (posts.size() < POSTS && cursor != null);
        return posts;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new IllegalStateException(refusal.detail());
        };
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws IOException {
        process.close();
        http.close();
    }
}
