package dev.parley.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedTogetherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile String known = "old";

    /** The answers to the first two questions are long under way. */
    private final AskedTogether<Integer, String> asking = new AskedTogether<>(this::answer);

    private Map<Integer, String> answer(Set<Integer> keys) {
        var answer = known;
        if (asked.incrementAndGet() <= 2) {
            awaitRelease();
        }
        return keys.stream()
                .filter(key -> key >= 0)
                .collect(Collectors.toMap(Function.identity(), key -> answer + key));
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void those_who_come_while_answers_are_under_way_ask_together_afterwards() throws Exception {
        var first = ask(0);
        await().atMost(PATIENCE).until(() -> asked.get() == 1);
        var second = ask(0);
        await().atMost(PATIENCE).until(() -> asked.get() == 2);
        known = "new";
        var late = IntStream.range(0, 20).mapToObj(n -> ask(n % 10)).toList();
        await().atMost(PATIENCE).until(() -> late.stream().allMatch(Asker::isWaiting));
        assertThat(asked).hasValue(2);

        release.countDown();

        assertThat(List.of(first.answer(), second.answer())).containsExactly("old0", "old0");
        for (int n = 0; n < late.size(); n++) {
            assertThat(late.get(n).answer()).isEqualTo("new" + n % 10);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_nobody_knows_is_empty() {
        release.countDown();
        assertThat(asking.ask(-1)).isEmpty();
        assertThat(asking.ask(1)).contains("old1");
    }

    @Test
    void a_question_that_fails_fails_for_those_who_asked_it_alone() {
        var broken = new AskedTogether<Integer, String>(keys -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("no answer");
            }
            return Map.of(1, "one");
        });
        assertThatThrownBy(() -> broken.ask(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no answer");
        assertThat(broken.ask(1)).contains("one");
    }

    private record Asker(Thread thread, FutureTask<String> task) {

        boolean isWaiting() {
            return thread.getState() == Thread.State.WAITING;
        }

        String answer() throws Exception {
            return task.get();
        }
    }

    private Asker ask(int key) {
        var task = new FutureTask<>(() -> asking.ask(key).orElseThrow());
        return new Asker(Thread.ofPlatform().daemon().start(task), task);
    }
}
