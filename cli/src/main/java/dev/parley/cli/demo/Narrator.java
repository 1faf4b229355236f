package dev.parley.cli.demo;

import java.io.PrintWriter;

/** Tells the story in the terminal. */
final class Narrator {

    private static final int BAR = 30;

    private final PrintWriter out;
    private final boolean redraws;
    private String lastBar = "";

    /** @param redraws whether the terminal can show a bar that grows in its place */
    Narrator(PrintWriter out, boolean redraws) {
        this.out = out;
        this.redraws = redraws;
    }

    void chapter(String title) {
        say("\n" + title);
    }

    /** Carries out one step, and says that it holds. */
    void step(String what, Runnable happening) {
        try {
            happening.run();
        } catch (StoryBroken broken) {
            say("  ✗ " + what);
            throw broken;
        }
        say("  ✓ " + what);
    }

    void progress(int done, int all, String note) {
        var filled = BAR * done / all;
        var bar = "    [%s%s] %d of %d  %s"
                .formatted("█".repeat(filled), "·".repeat(BAR - filled), done, all, note)
                .stripTrailing();
        if (bar.equals(lastBar)) {
            return;
        }
        out.print(redraws ? "\r\033[K" + bar : bar + "\n");
        out.flush();
        lastBar = bar;
    }

    void endProgress() {
        if (redraws) {
            say("");
        }
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
