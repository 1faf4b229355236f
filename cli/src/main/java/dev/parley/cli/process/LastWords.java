package dev.parley.cli.process;

/** What is to be told of a process that has ended against expectation. */
public final class LastWords {

    private static final String PREFIX = "parley: ";
    private static final int TAIL = 20;

    private LastWords() {}

    /** The process's own sentence if it left one, else the end of its log. */
    public static Problem of(String who, ChildProcess ended) {
        return ended.log().lines().stream()
                .filter(line -> line.startsWith(PREFIX))
                .findFirst()
                .map(line -> new Problem(line.substring(PREFIX.length())))
                .orElseGet(() -> endOfLog(who, ended));
    }

    private static Problem endOfLog(String who, ChildProcess ended) {
        return new Problem("%s ended with status %d; the end of its log %s:%n%s"
                .formatted(
                        who,
                        ended.exitStatus(),
                        ended.log().file(),
                        String.join("\n", ended.log().tail(TAIL))));
    }
}
