package dev.parley.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String TEXT = "a\tb\nc\\d \\t é 漢 🌅";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_event_is_read_back_as_it_was_written() {
        List<Event> oneOfEach = kinds(Event.class).map(JournalTest::some).toList();
        try (var journal = Journal.open(file(), event -> {})) {
            oneOfEach.forEach(journal::write);
        }

        assertThat(oneOfEach).hasSizeGreaterThan(20);
        assertThat(replayed()).isEqualTo(oneOfEach);
    }

    @Test
    void what_was_flushed_is_in_the_file_whoever_flushed_it() throws Exception {
        int writers = 20;
        try (var journal = Journal.open(file(), event -> {});
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> executor.submit(() -> {
                        journal.write(new Event.FaultUsed(writer));
                        journal.flush();
                        return Files.readString(file()).contains("FaultUsed\t" + writer + "\n");
                    }))
                    .toList();
            for (var seen : done) {
                assertThat(seen.get()).isTrue();
            }
        }
        assertThat(replayed()).hasSize(writers);
    }

    @Test
    void a_closed_journal_takes_nothing_more() {
        var journal = Journal.open(file(), event -> {});
        journal.close();

        journal.write(new Event.FaultsCleared());
        journal.flush();
        journal.close();

        assertThat(replayed()).isEmpty();
    }

    @Test
    void a_journal_of_another_version_is_refused() throws Exception {
        Files.writeString(file(), "SomethingNew\t1\n");

        assertThatThrownBy(this::replayed).hasMessageContaining("SomethingNew");
    }

    private List<Event> replayed() {
        var events = new ArrayList<Event>();
        Journal.open(file(), events::add).close();
        return events;
    }

    private Path file() {
        return folder.resolve("journal.log");
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(JournalTest::kinds);
    }

    private static Event some(Class<?> kind) {
        Object[] values = Arrays.stream(kind.getRecordComponents())
                .map(component -> value(component.getType()))
                .toArray();
        try {
            return (Event) kind.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == long.class) {
            return Long.MIN_VALUE;
        }
        if (type == int.class) {
            return Integer.MAX_VALUE;
        }
        return type == boolean.class ? true : TEXT;
    }
}
