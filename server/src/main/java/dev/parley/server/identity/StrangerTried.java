package dev.parley.server.identity;

import dev.parley.server.core.ErrorCode;

/** Somebody whom nobody knows tried to sign in: under a name that nobody has, or with a passkey that was not taken. The name is not kept:
 * people type passwords there. */
public record StrangerTried(ErrorCode refused) {}
