package dev.parley.cli.command;

import dev.parley.cli.instance.ServerErrand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that has the server's program do one thing to an instance, whether it runs or not. */
abstract class Errand implements Callable<Integer> {

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final String name;

    /** @param name as the server's program knows it */
    Errand(String name) {
        this.name = name;
    }

    @Override
    public final Integer call() {
        return new ServerErrand(name, options.settings(spec.commandLine(), Settings.here())).run();
    }
}
