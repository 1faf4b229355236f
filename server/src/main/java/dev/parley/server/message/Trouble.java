package dev.parley.server.message;

import dev.parley.server.core.ErrorCode;

/** Why a message was not sent, or why nobody can tell. */
record Trouble(ErrorCode code, String detail) {}
