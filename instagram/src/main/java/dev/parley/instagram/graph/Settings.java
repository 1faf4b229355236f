package dev.parley.instagram.graph;

import dev.parley.instagram.http.Limits;
import java.time.Clock;
import java.util.List;

/** What the builder was told. */
record Settings(
        GraphLogin login,
        GraphApp app,
        GraphHosts hosts,
        String version,
        List<String> permissions,
        boolean proveSecret,
        Limits limits,
        Clock clock) {}
