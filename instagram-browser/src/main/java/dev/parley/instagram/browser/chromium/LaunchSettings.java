package dev.parley.instagram.browser.chromium;

import java.time.Duration;

/**
 * How browsers are run.
 *
 * @param headless without a window
 * @param sandboxed with Chromium's own sandbox, which it refuses to run with as root
 * @param stepLimit after which a page that does not react is given up
 * @param startLimit after which a browser that does not start is given up
 * @param mostMemory bytes of its own above which a browser lets nobody else in, and is replaced when those have gone who use it; 0 for no limit
 */
public record LaunchSettings(
        Chromium chromium,
        boolean headless,
        boolean sandboxed,
        Duration stepLimit,
        Duration startLimit,
        long mostMemory) {

    /** Those of a usual machine. */
    public static LaunchSettings usual() {
        return new LaunchSettings(
                Chromium.onThisMachine(true),
                true,
                !"root".equals(System.getProperty("user.name")),
                Duration.ofSeconds(10),
                Duration.ofSeconds(45),
                0);
    }

    public LaunchSettings with(Chromium other) {
        return new LaunchSettings(other, headless, sandboxed, stepLimit, startLimit, mostMemory);
    }

    /** This machine's browser becomes the one that can do that; one that was chosen stays. */
    public LaunchSettings withHeadless(boolean wanted) {
        boolean chosen = !chromium.equals(Chromium.onThisMachine(headless));
        return new LaunchSettings(
                chosen ? chromium : Chromium.onThisMachine(wanted),
                wanted,
                sandboxed,
                stepLimit,
                startLimit,
                mostMemory);
    }

    public LaunchSettings withSandboxed(boolean wanted) {
        return new LaunchSettings(chromium, headless, wanted, stepLimit, startLimit, mostMemory);
    }

    public LaunchSettings withMostMemory(long bytes) {
        return new LaunchSettings(chromium, headless, sandboxed, stepLimit, startLimit, bytes);
    }

    public LaunchSettings withStepLimit(Duration limit) {
        return new LaunchSettings(chromium, headless, sandboxed, limit, startLimit, mostMemory);
    }
}
