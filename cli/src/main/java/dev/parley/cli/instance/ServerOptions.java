package dev.parley.cli.instance;

import java.util.List;
import java.util.Map;

/**
 * What is particular to one server node.
 *
 * @param node its name, unique within the instance
 * @param port 0 for a free one
 * @param environment on top of what the instance says
 * @param javaOptions after those of the instance
 */
public record ServerOptions(String node, int port, Map<String, String> environment, List<String> javaOptions) {

    public ServerOptions {
        environment = Map.copyOf(environment);
        javaOptions = List.copyOf(javaOptions);
    }

    /** A further node on a free port. */
    public static ServerOptions node(String name) {
        return new ServerOptions(name, Ports.ANY, Map.of(), List.of());
    }

    public ServerOptions withEnvironment(Map<String, String> variables) {
        return new ServerOptions(node, port, variables, javaOptions);
    }

    public ServerOptions withJavaOptions(List<String> options) {
        return new ServerOptions(node, port, environment, options);
    }
}
