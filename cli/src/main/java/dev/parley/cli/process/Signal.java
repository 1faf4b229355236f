package dev.parley.cli.process;

import java.io.IOException;

/** Signals that Java cannot send by itself. */
enum Signal {
    /** PostgreSQL takes it as the wish for a fast shutdown. */
    INT,
    /** PostgreSQL takes it as the wish for an immediate one. */
    QUIT,
    STOP,
    CONT;

    /** Sends it; a process that is gone already is no error. */
    void send(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", name(), Long.toString(pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Problem("cannot send SIG%s to process %d: %s".formatted(name(), pid, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
