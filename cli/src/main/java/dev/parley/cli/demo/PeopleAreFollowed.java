package dev.parley.cli.demo;

import dev.parley.cli.process.Patience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The bot follows five people by hashtag; what Parley tells of it is compared with what really happened. */
record PeopleAreFollowed(Scene scene, SomePerson person) {

    private static final int AMOUNT = 5;
    private static final String HASHTAG = "travel";
    private static final Patience PATIENCE = Patience.ofSeconds(180);
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    void tell() {
        scene.narrator().chapter("People are followed");
        scene.step("The bot starts", () -> person.api().post("/api/bot/start").expect(200));
        var job = scene.stepTo("Following %d people by #%s is taken on".formatted(AMOUNT, HASHTAG), this::order);
        scene.step("%d of %<d are followed".formatted(AMOUNT), () -> watch(job));
        var followed = texts(targets(job, "succeeded"), "/username");
        scene.step(
                "The activity log lists each of them",
                () -> demandSame("the activity log", followed, listed("succeeded", "/subject")));
        scene.step("and each one that was left out, with a code", () -> expectReasons(targets(job, "skipped")));
        scene.step(
                "The sandbox's truth has exactly these %d follows, none twice".formatted(AMOUNT),
                () -> expectTrue(followed));
    }

    private String order() {
        return person.api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of("hashtag", HASHTAG, "amount", AMOUNT, "filters", Map.of("skip_private", true)))
                .expect(202)
                .text("/id");
    }

    private void watch(String job) {
        var ended = PATIENCE.until(() -> endedState(job));
        scene.narrator().endProgress();
        if (!ended.equals(Optional.of("completed"))) {
            throw new StoryBroken("the job to be completed", ended.orElse("none within " + PATIENCE.limit()));
        }
    }

    private Optional<String> endedState(String job) {
        var answer = job(job);
        var state = answer.text("/state");
        scene.narrator().progress(answer.number("/progress/succeeded"), AMOUNT, state);
        return Optional.of(state).filter(ENDED::contains);
    }

    private List<JsonNode> targets(String job, String state) {
        return job(job).list("/targets/items").stream()
                .filter(target -> target.at("/state").asString().equals(state))
                .toList();
    }

    private Answer job(String job) {
        return person.api().get("/api/bot/jobs/" + job).expect(200);
    }

    private void expectReasons(List<JsonNode> leftOut) {
        demandSame("the activity log", texts(leftOut, "/username"), listed("skipped", "/subject"));
        demandSame("the codes in the activity log", texts(leftOut, "/error_code"), listed("skipped", "/error_code"));
    }

    private Set<String> listed(String status, String pointer) {
        var items = person.api()
                .get("/api/activity?action=follow&limit=200&status=" + status)
                .expect(200)
                .list("/items");
        return texts(items, pointer);
    }

    private void expectTrue(Set<String> followed) {
        var truth = scene.truth()
                .get("/_sandbox/truth/follows?sender=" + AnAccountIsConnected.USERNAME)
                .expect(200)
                .list("");
        demandSame("the truth", followed, texts(truth, "/target"));
        var once = truth.stream().filter(PeopleAreFollowed::isOnce).count();
        if (once != AMOUNT || truth.size() != AMOUNT) {
            throw new StoryBroken(AMOUNT + " follows, each of them once", truth.toString());
        }
    }

    private static boolean isOnce(JsonNode follow) {
        return follow.at("/times").asInt() == 1 && follow.at("/in_force").asBoolean();
    }

    private static Set<String> texts(List<JsonNode> nodes, String pointer) {
        return nodes.stream().map(node -> node.at(pointer).asString("")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void demandSame(String where, Set<String> expected, Set<String> got) {
        if (!got.equals(expected)) {
            throw new StoryBroken("%s in %s".formatted(expected, where), got.toString());
        }
    }
}
