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
        var followed = followed(job);
        scene.step("The activity log lists each of them", () -> expectInActivity(followed));
        scene.step("and gives a code for each one that was skipped", () -> expectReasons(job));
        scene.step(
                "The sandbox's truth has exactly these %d follows, none twice".formatted(AMOUNT),
                () -> expectTrue(followed));
    }

    private String order() {
        return person.api()
                .post("/api/bot/actions/follow-hashtag", Map.of("hashtag", HASHTAG, "amount", AMOUNT))
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

    private Set<String> followed(String job) {
        return targets(job, "succeeded").stream()
                .map(target -> target.at("/username").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> targets(String job, String state) {
        return job(job).list("/targets").stream()
                .filter(target -> target.at("/state").asString().equals(state))
                .toList();
    }

    private Answer job(String job) {
        return person.api().get("/api/bot/jobs/" + job).expect(200);
    }

    private void expectInActivity(Set<String> followed) {
        var listed =
                person.api().get("/api/activity?action=follow&status=succeeded").expect(200).list("/items").stream()
                        .map(entry -> entry.at("/subject").asString())
                        .collect(Collectors.toCollection(TreeSet::new));
        demand("the activity log to list " + followed, listed.equals(followed), listed);
    }

    private void expectReasons(String job) {
        var without = targets(job, "skipped").stream()
                .filter(target -> target.at("/error_code").asString("").isEmpty())
                .toList();
        demand("a code for each one skipped", without.isEmpty(), without);
    }

    private void expectTrue(Set<String> followed) {
        var truth = scene.truth()
                .get("/_sandbox/truth/follows?sender=" + AnAccountIsConnected.USERNAME)
                .expect(200)
                .list("");
        var targets = truth.stream()
                .map(follow -> follow.at("/target").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        demand("the truth to hold " + followed, targets.equals(followed) && targets.size() == AMOUNT, targets);
        demand("each follow once", truth.stream().allMatch(PeopleAreFollowed::isOnce), truth);
    }

    private static boolean isOnce(JsonNode follow) {
        return follow.at("/times").asInt() == 1 && follow.at("/in_force").asBoolean();
    }

    private static void demand(String expected, boolean holds, Object got) {
        if (!holds) {
            throw new StoryBroken(expected, String.valueOf(got));
        }
    }
}
