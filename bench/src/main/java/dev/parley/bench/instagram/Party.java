package dev.parley.bench.instagram;

import dev.parley.cli.instance.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client that is measured.
 *
 * @param command what starts its process; the sandbox's address, the folder with the work and {@code more} follow
 */
record Party(String name, List<String> command, List<String> more) {

    static Party java(String name, List<String> options, String classpath, Class<?> main) {
        var command = new ArrayList<String>();
        command.add(Home.find().java().toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classpath, main.getName()));
        return new Party(name, List.copyOf(command), List.of());
    }

    /** With one more argument. */
    Party with(String argument) {
        return new Party(
                name, command, Stream.concat(more.stream(), Stream.of(argument)).toList());
    }

    OwnProcess start(URI sandbox, Path work) throws IOException {
        var whole = new ArrayList<>(command);
        whole.addAll(List.of(sandbox.toString(), work.toString()));
        whole.addAll(more);
        OwnProcess process = OwnProcess.start(whole);
        process.await("ready");
        return process;
    }
}
