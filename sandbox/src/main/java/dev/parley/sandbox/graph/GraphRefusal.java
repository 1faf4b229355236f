package dev.parley.sandbox.graph;

/** A call of the official API that is refused. */
final class GraphRefusal extends RuntimeException {
    private final transient GraphError error;

    GraphRefusal(GraphError error) {
        super(error.message());
        this.error = error;
    }

    GraphError error() {
        return error;
    }
}
