package dev.parley.server.web;

/** The server made a mistake while it answered a request. */
public record BugFound(Throwable bug, String method, String path, String correlationId) {}
