package dev.parley.instagram.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the builder was told. */
record Settings(
        GraphLogin login,
        GraphApp app,
        GraphHosts hosts,
        String version,
        List<String> permissions,
        boolean proveSecret,
        Duration connectDeadline,
        Duration readDeadline,
        Duration callDeadline,
        int largestAnswer,
        Clock clock) {}
