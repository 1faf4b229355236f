package dev.parley.sandbox.state;

import dev.parley.sandbox.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The state that calls meet now. A reset puts a new one in its place; calls under way end on the old one. */
public final class CurrentState implements Closeable {
    private final @Nullable DataFolder folder;
    private final Clock base;
    private final Listeners listeners = new Listeners();
    private volatile SandboxState state;

    /** {@code seed} decides a new world; a data folder that has one keeps its own. */
    public CurrentState(@Nullable Path dataFolder, long seed, Clock base) {
        this.base = base;
        folder = dataFolder == null ? null : DataFolder.open(dataFolder);
        state = new SandboxState(folder == null ? null : folder.journal(), seed, base, listeners, World::new);
    }

    public SandboxState get() {
        return state;
    }

    /** From now on, and beyond every reset. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public synchronized void reset(long seed) {
        SandboxState old = state;
        state = new SandboxState(
                folder == null ? null : folder.nextJournal(),
                seed,
                base,
                listeners,
                born -> born == old.seed() ? old.world() : new World(born));
        old.journal().close();
        dropOldJournals();
    }

    @Override
    public void close() {
        state.journal().close();
        try {
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropOldJournals() {
        try {
            if (folder != null) {
                folder.dropOldJournals();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
