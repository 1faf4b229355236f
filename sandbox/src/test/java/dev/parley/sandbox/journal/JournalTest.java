package dev.parley.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.Born(-1, "secret", 1),
            new Event.ClockMoved(Long.MIN_VALUE),
            new Event.PasswordKeyMade(255, "private", "public"),
            new Event.AccountsMade("a", 1, 2, true, 3),
            new Event.SessionOpened("1%3Ax", 1, "uuid", "android", "phone", "mid", 2),
            new Event.SessionClosed("1%3Ax"),
            new Event.DeviceTrusted(1, "android"),
            new Event.SecondFactorAsked("id", 1, "android", "", 5, 9),
            new Event.ChallengeOpened("nonce", 1, "android", false),
            new Event.ChallengeCodeSent("nonce", "012345", 5, 9),
            new Event.ChallengeReset("nonce"),
            new Event.CodeRefused("id"),
            new Event.VerificationEnded("id"),
            new Event.CodeSent(1, "sms", "012345", 2),
            new Event.LoginTried("a\tb\nc\\d \\t é 漢 🌅", "password", "", "unknown_user", 3),
            new Event.FollowAsked(1, 2, "FOLLOWED", 3),
            new Event.LikeAsked(1, 2, 3, "LIKED", 4),
            new Event.StoryWatched(1, 2, 3, true, 4),
            new Event.MessageAsked("30", 1, 2, "TEXT", "two\nlines", "", "token", true, 4),
            new Event.ThreadAnswered(1, 2, "ACCEPTED", 4),
            new Event.ThreadRead(1, 2, "30", 4),
            new Event.CommentMade(1, 2, 3, 0, 4, "a\tcomment", 5),
            new Event.CommentHidden(1, true),
            new Event.CommentDeleted(1),
            new Event.FaultScripted(1, "", "FOLLOW", "DROP", -1, true, 0),
            new Event.FaultUsed(1),
            new Event.FaultsCleared(),
            new Event.VariantChosen("alma.plain", "LOGIN_META"),
            new Event.VariantsCleared());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_event_is_read_back_as_it_was_written() {
        try (var journal = Journal.open(file(), event -> {})) {
            ONE_OF_EACH.forEach(journal::write);
        }

        assertThat(ONE_OF_EACH).hasSize(Event.class.getPermittedSubclasses().length);
        assertThat(replayed()).isEqualTo(ONE_OF_EACH);
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
}
