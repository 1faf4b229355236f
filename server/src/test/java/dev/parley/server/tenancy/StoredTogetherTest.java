package dev.parley.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.server.core.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class StoredTogetherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final WorkspaceId HERE = WorkspaceId.create();
    private static final WorkspaceId ELSEWHERE = WorkspaceId.create();

    /** It takes long to store this. */
    private static final String SLOW = "a slow one";

    private static final String BROKEN = "broken";
    private static final String WITHOUT_DATABASE = "without database";
    private static final String PERHAPS_STORED = "perhaps stored";

    private final List<List<String>> stored = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final StoredTogether<String, String> storing =
            new StoredTogether<>(Comparator.naturalOrder(), this::storeAll, this::storeAlone);

    private List<String> storeAll(List<String> all) {
        stored.add(List.copyOf(all));
        if (all.contains(SLOW)) {
            awaitRelease();
        }
        if (all.contains(BROKEN)) {
            throw new IllegalStateException("cannot be stored");
        }
        if (all.contains(WITHOUT_DATABASE)) {
            throw new DataAccessResourceFailureException("no database");
        }
        if (all.contains(PERHAPS_STORED)) {
            throw new TransactionSystemException("no answer to the commit");
        }
        return all.stream().map(one -> one + "!").toList();
    }

    private String storeAlone(String one) {
        return storeAll(List.of(one)).getFirst() + "!";
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void those_who_come_while_somebody_is_stored_are_stored_together_in_their_order() throws Exception {
        var first = store(HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.size() == 1);
        var late = waiting("e", "b", "d");
        release.countDown();
        assertThat(first.result()).isEqualTo(SLOW + "!");
        assertThat(results(late)).containsExactly("e!", "b!", "d!");
        assertThat(stored).containsExactly(List.of(SLOW), List.of("b", "d", "e"));
    }

    @Test
    void nobody_waits_for_another_workspace() throws Exception {
        var slow = store(HERE, SLOW);
        assertThat(store(ELSEWHERE, "a").result()).isEqualTo("a!");
        assertThat(slow.task.isDone()).isFalse();
        release.countDown();
        assertThat(slow.result()).isEqualTo(SLOW + "!");
    }

    @Test
    void no_more_than_sixteen_are_stored_together() throws Exception {
        var first = store(HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.size() == 1);
        var late =
                waiting(IntStream.range(0, 20).mapToObj("person%02d"::formatted).toArray(String[]::new));
        release.countDown();
        first.result();
        assertThat(results(late)).hasSize(20).allMatch(result -> result.startsWith("person"));
        assertThat(stored).extracting(List::size).containsExactlyInAnyOrder(1, 16, 4);
    }

    @Test
    void what_is_the_same_is_not_stored_together() throws Exception {
        var first = store(HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.size() == 1);
        var late = waiting("a", "a");
        release.countDown();
        first.result();
        assertThat(results(late)).containsExactly("a!", "a!");
        assertThat(stored).containsExactly(List.of(SLOW), List.of("a"), List.of("a"));
    }

    @Test
    void the_trouble_of_one_stays_its_own() throws Exception {
        var first = store(HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.size() == 1);
        var late = waiting("a", BROKEN, "c");
        release.countDown();
        first.result();
        assertThat(late.getFirst().result()).isEqualTo("a!!");
        assertThat(late.getLast().result()).isEqualTo("c!!");
        assertThatThrownBy(late.get(1)::result)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot be stored");
        assertThat(stored).hasSize(5);
    }

    @Test
    void one_that_takes_long_after_all_keeps_nobody_waiting() throws Exception {
        var slow = new StoredTogether<String, String>(
                Comparator.naturalOrder(),
                all -> {
                    if (all.contains(SLOW)) {
                        throw new IllegalStateException("it takes too long");
                    }
                    return all;
                },
                this::storeAlone);
        var first = store(slow, HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.contains(List.of(SLOW)));
        assertThat(store(slow, HERE, "a").result()).isEqualTo("a");
        release.countDown();
        assertThat(first.result()).isEqualTo(SLOW + "!!");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITHOUT_DATABASE, PERHAPS_STORED})
    void where_the_connection_is_lost_nobody_is_tried_again(String lost) throws Exception {
        var first = store(HERE, SLOW);
        await().atMost(PATIENCE).until(() -> stored.size() == 1);
        var late = waiting("a", WITHOUT_DATABASE);
        release.countDown();
        first.result();
        assertThat(late)
                .allSatisfy(one -> assertThatThrownBy(one::result)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(DataAccessResourceFailureException.class));
        assertThat(stored).hasSize(2);
    }

    private List<Storer> waiting(String... values) {
        var all = Stream.of(values).map(value -> store(HERE, value)).toList();
        await().atMost(PATIENCE).until(() -> all.stream().allMatch(Storer::isWaiting));
        return all;
    }

    private static List<String> results(List<Storer> all) throws Exception {
        var results = new ArrayList<String>();
        for (var one : all) {
            results.add(one.result());
        }
        return results;
    }

    private record Storer(Thread thread, FutureTask<String> task) {

        boolean isWaiting() {
            return thread.getState() == Thread.State.WAITING;
        }

        String result() throws Exception {
            return task.get();
        }
    }

    private Storer store(WorkspaceId workspace, String value) {
        return store(storing, workspace, value);
    }

    private static Storer store(StoredTogether<String, String> storing, WorkspaceId workspace, String value) {
        var task = new FutureTask<>(() -> storing.store(workspace, value));
        return new Storer(Thread.ofPlatform().daemon().start(task), task);
    }
}
