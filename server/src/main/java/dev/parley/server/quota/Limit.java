package dev.parley.server.quota;

/** How often an action may be done in an hour and in a day. */
record Limit(String action, int perHour, int perDay) {}
