package dev.parley.cli;

import dev.parley.cli.command.Commands;

/** Where {@code ./parley} ends up. */
public final class Parley {

    private Parley() {}

    public static void main(String[] arguments) {
        System.exit(Commands.execute(arguments));
    }
}
