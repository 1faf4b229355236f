package dev.parley.instagram.browser.chromium;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many have a tab of one browser in their hands. While it is shut nobody else comes in, so that it becomes empty. Thread-safe. */
final class Occupancy {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private int users;
    private boolean shut;

    /** @throws BrowserTrouble if it stays shut until the deadline */
    void enter(Deadline deadline) {
        lock.lock();
        try {
            while (shut) {
                if (opened.awaitNanos(deadline.remainingNanos()) <= 0) {
                    throw new BrowserTrouble(Kind.LATE, "the browser is too large, and could not be replaced in time");
                }
            }
            users++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserTrouble(Kind.ENDED, "interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Whether this was the last one. */
    boolean leave() {
        lock.lock();
        try {
            users--;
            return users == 0;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return users == 0;
        } finally {
            lock.unlock();
        }
    }

    void shut() {
        lock.lock();
        try {
            shut = true;
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            shut = false;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
