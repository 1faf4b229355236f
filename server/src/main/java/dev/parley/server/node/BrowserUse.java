package dev.parley.server.node;

import org.jspecify.annotations.Nullable;

/** Tells what the browsers of this server use; for the module that runs them, which comes after this one. */
public interface BrowserUse {

    /** @param memory in bytes; null where that cannot be told */
    record Browsers(int number, @Nullable Long memory) {

        public static final Browsers NONE = new Browsers(0, 0L);
    }

    Browsers now();
}
