package dev.parley.server.home;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.server.node.Node;

/** @param bots how many bots it works for at this moment */
public record NodeView(@JsonUnwrapped Node node, int bots) {}
