package dev.parley.server.node;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server uses at a moment; memory in bytes. */
record Use(
        int processors,
        double cpu,
        long heap,
        long mostHeap,
        @Nullable Long resident,
        int browsers,
        @Nullable Long browserMemory,
        Map<String, Integer> calls) {}
