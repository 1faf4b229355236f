package dev.parley.server.activity;

import dev.parley.server.activity.Activities.Placed;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Reach;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who follows a workspace. Whoever reads too slowly is let go, and resumes where they were. */
final class Listener implements AutoCloseable {

    private static final int WAITING_AT_MOST = 1_000;

    private final View view;
    private final BlockingQueue<Placed> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Consumer<Listener> onClose;
    private volatile Position position;
    private volatile boolean open = true;

    /** What is there for whoever listens. */
    record View(WorkspaceId workspace, Reach reach) {}

    Listener(View view, Position position, Consumer<Listener> onClose) {
        this.view = view;
        this.position = position;
        this.onClose = onClose;
    }

    View view() {
        return view;
    }

    /** Of the newest that was offered. */
    Position position() {
        return position;
    }

    boolean isOpen() {
        return open;
    }

    void offer(List<Placed> fresh) {
        for (var placed : fresh) {
            if (!position.isBefore(placed.position())) {
                continue;
            }
            if (!waiting.offer(placed)) {
                close();
                return;
            }
            position = placed.position();
        }
    }

    @Nullable
    Placed next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        open = false;
        onClose.accept(this);
    }
}
