package dev.parley.instagram.browser.chromium;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open tabs, one for each account, a bounded number of them: when another is needed, the one that was used the longest time ago is closed.
 * Each is pinned to the worker that had the fewest when it came. Thread-safe.
 */
public final class Tabs implements AutoCloseable {

    private final Workers workers;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Map<String, Entry> byOwner = new LinkedHashMap<>(16, 0.75f, true);

    /** @throws IllegalArgumentException if there may be none */
    public Tabs(Workers workers, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one account must fit in, not " + most);
        }
        this.workers = workers;
        this.most = most;
    }

    /** A tab and the lock that gives it to one caller at a time, in the order of asking. */
    private static final class Entry {
        private final Tab tab;
        private final ReentrantLock turn = new ReentrantLock(true);
        private int users;

        Entry(Tab tab) {
            this.tab = tab;
        }
    }

    /** A tab in the hands of one caller, until closed by the same thread. */
    public final class Lease implements AutoCloseable {
        private final Entry entry;

        private Lease(Entry entry) {
            this.entry = entry;
        }

        public Tab tab() {
            return entry.tab;
        }

        /** From now on it is found under this name; a tab that had the name is closed. */
        public void rename(String owner) {
            Tabs.this.rename(entry, owner);
        }

        /** Closes the tab; the next one who asks gets a new one. */
        public void discard() {
            Tabs.this.discard(entry);
        }

        @Override
        public void close() {
            entry.tab.worker().leave();
            entry.turn.unlock();
            leave(entry);
        }
    }

    /**
     * The owner's tab, or a new one, once nobody else uses it.
     *
     * @param storage what a new one begins with
     * @throws BrowserTrouble if it is in use until the deadline, or there are too many others in use
     */
    public Lease borrow(String owner, Guise guise, String storage, Deadline deadline) {
        Entry entry = enter(owner, guise, storage, deadline);
        try {
            awaitTurn(entry, deadline);
        } catch (BrowserTrouble e) {
            leave(entry);
            throw e;
        }
        return new Lease(entry);
    }

    private static void awaitTurn(Entry entry, Deadline deadline) {
        try {
            if (!entry.turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new BrowserTrouble(Kind.LATE, "other calls for this account took all the time");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            entry.tab.worker().enter(deadline);
        } catch (BrowserTrouble e) {
            entry.turn.unlock();
            throw e;
        }
    }

    private Entry enter(String owner, Guise guise, String storage, Deadline deadline) {
        lock.lock();
        try {
            while (!byOwner.containsKey(owner) && byOwner.size() >= most && !closeLeastUsed()) {
                if (change.awaitNanos(deadline.remainingNanos()) <= 0) {
                    throw new BrowserTrouble(Kind.LATE, "as many accounts are in use as may be open at a time");
                }
            }
            Entry entry = byOwner.computeIfAbsent(owner, ignored -> new Entry(newTab(guise, storage)));
            entry.users++;
            return entry;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private boolean closeLeastUsed() {
        for (Iterator<Entry> entries = byOwner.values().iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (entry.users == 0) {
                entries.remove();
                entry.tab.close();
                return true;
            }
        }
        return false;
    }

    private Tab newTab(Guise guise, String storage) {
        Worker worker = workers.all().stream()
                .min(Comparator.comparingLong(this::tabsOf))
                .orElseThrow();
        return new Tab(worker, guise, storage);
    }

    private long tabsOf(Worker worker) {
        return byOwner.values().stream()
                .filter(entry -> entry.tab.worker() == worker)
                .count();
    }

    private void leave(Entry entry) {
        lock.lock();
        try {
            entry.users--;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rename(Entry entry, String owner) {
        lock.lock();
        try {
            byOwner.values().remove(entry);
            Entry before = byOwner.put(owner, entry);
            if (before != null) {
                before.tab.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void discard(Entry entry) {
        lock.lock();
        try {
            byOwner.values().remove(entry);
            entry.tab.close();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many are open. */
    public int open() {
        lock.lock();
        try {
            return byOwner.size();
        } finally {
            lock.unlock();
        }
    }

    private static BrowserTrouble interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BrowserTrouble(Kind.ENDED, "interrupted", e);
    }

    /** Closes all of them. */
    @Override
    public void close() {
        lock.lock();
        try {
            byOwner.values().forEach(entry -> entry.tab.close());
            byOwner.clear();
        } finally {
            lock.unlock();
        }
    }
}
