package dev.parley.server.workspace;

/** Where an invitation's link leads, and as what. */
public record Offer(String workspace, WorkspaceRole role) {}
