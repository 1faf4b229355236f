package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What accounts asked of the fake Instagram, in any hour and any 24 hours. */
record LimitsByTruth(RunningParley parley) {

    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(1), Duration.ofHours(24));

    /** @param asked how often, at that time or later */
    private record Use(String account, Instant at, int asked) {}

    /** How much took effect in all. */
    int effects() {
        return Stream.of(follows(), likes(), messages(), views())
                        .mapToInt(List::size)
                        .sum()
                + (int) parley.truth().follows().stream()
                        .filter(follow -> !follow.inForce())
                        .count();
    }

    void expectNoMoreThan(int limit, int storyLimit) {
        expect("follows", follows(), limit);
        expect("likes", likes(), limit);
        expect("messages", messages(), limit);
        expect("stories", views(), storyLimit);
        assertThat(parley.tables().texts("""
                select account_id || ' ' || action || ' ' || sum(used) from quota_ledger
                group by account_id, action having sum(used) > case action when 'story_view' then %d else %d end""".formatted(storyLimit, limit)))
                .as("counted more than is allowed")
                .isEmpty();
    }

    private static void expect(String what, List<Use> all, int limit) {
        assertThat(all).as(what).isNotEmpty();
        for (var window : WINDOWS) {
            assertThat(all.stream().collect(groupingBy(Use::account)))
                    .as("%s in any %s", what, window)
                    .allSatisfy((account, its) ->
                            assertThat(mostWithin(window, its)).isLessThanOrEqualTo(limit));
        }
    }

    private static int mostWithin(Duration window, List<Use> uses) {
        return uses.stream()
                .mapToInt(first -> uses.stream()
                        .filter(use -> !use.at().isBefore(first.at())
                                && use.at().isBefore(first.at().plus(window)))
                        .mapToInt(Use::asked)
                        .sum())
                .max()
                .orElse(0);
    }

    private List<Use> follows() {
        return parley.truth().follows().stream()
                .map(follow -> new Use(follow.sender(), follow.at(), follow.asked()))
                .toList();
    }

    private List<Use> likes() {
        return parley.truth().likes().stream()
                .map(like -> new Use(like.sender(), like.at(), like.asked()))
                .toList();
    }

    private List<Use> views() {
        return parley.truth().storyViews().stream()
                .map(view -> new Use(view.viewer(), view.at(), view.asked()))
                .toList();
    }

    private List<Use> messages() {
        return parley.truth().messages().stream()
                .map(message -> new Use(message.sender(), message.at(), message.asked()))
                .toList();
    }
}
