package dev.parley.server.identity;

import dev.parley.server.core.ErrorCode;

/** Somebody tried to sign in under a name that nobody has. The name is not kept: people type passwords there. */
public record StrangerTried(ErrorCode refused) {}
