package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.chromium.Guise;
import dev.parley.instagram.browser.chromium.StorageState;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where calls begin and end: the account's tab is borrowed, something is done on it, and whatever happens becomes an outcome in time. */
final class Errands {

    /** Of the time for a call, what is kept for looking at what went wrong and for storing cookies. */
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(3);

    private static final int RESERVED_PART = 6;

    private final Tabs tabs;
    private final Settings settings;
    private final Witness witness;

    Errands(Tabs tabs, Settings settings) {
        this.tabs = tabs;
        this.settings = settings;
        this.witness = new Witness(settings.recorder());
    }

    /**
     * Whose page it is, and what it begins with if it is not open.
     *
     * @param username for the record of what failed
     * @param storage null takes the page as it is, or a fresh one
     */
    record Visitor(
            String owner,
            String username,
            Guise guise,
            @Nullable String storage) {

        String firstStorage() {
            return storage == null ? StorageState.NONE : storage;
        }
    }

    /**
     * What is to be done.
     *
     * @param call its name, for the record of what failed
     * @param changes whether it changes something at Instagram
     */
    record Task<T>(String call, boolean changes, Function<Errand, T> body, Function<Refusal, T> refused) {}

    <T> T run(Visitor visitor, Task<T> task) {
        Deadline end = Deadline.in(settings.callDeadline());
        Deadline work = Deadline.in(settings.callDeadline().minus(reserve()));
        try (var lease = tabs.borrow(visitor.owner(), visitor.guise(), visitor.firstStorage(), work)) {
            if (visitor.storage() != null) {
                lease.tab().continueFrom(visitor.storage());
            }
            lease.tab().ready(work);
            return run(new Errand(lease, settings, work, end, task.changes()), visitor, task);
        } catch (BrowserTrouble trouble) {
            var refusal = new Refusal.NotSent("Nothing was asked: " + trouble.getMessage());
            witness.record(visitor.username(), task.call(), refusal);
            return task.refused().apply(refusal);
        }
    }

    private <T> T run(Errand errand, Visitor visitor, Task<T> task) {
        try {
            return task.body().apply(errand);
        } catch (Stopped stopped) {
            return refuse(stopped.refusal(), errand, visitor, task);
        } catch (BrowserTrouble trouble) {
            return refuse(errand.meaning(trouble), errand, visitor, task);
        } finally {
            errand.finish();
        }
    }

    private <T> T refuse(Refusal refusal, Errand errand, Visitor visitor, Task<T> task) {
        witness.record(errand, visitor.username(), task.call(), refusal);
        return task.refused().apply(refusal);
    }

    private Duration reserve() {
        Duration part = settings.callDeadline().dividedBy(RESERVED_PART);
        return part.compareTo(LONGEST_RESERVE) < 0 ? part : LONGEST_RESERVE;
    }
}
