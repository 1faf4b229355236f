package dev.parley.server.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody whom no bot of the workspace ever touches. */
record ProtectedPerson(String username, @Nullable String note, Instant createdAt) {}
