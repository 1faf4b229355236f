package dev.parley.instagram.browser.testing;

import dev.parley.instagram.browser.chromium.Guise;
import dev.parley.instagram.browser.chromium.LaunchSettings;
import dev.parley.instagram.browser.chromium.Workers;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;

/** One browser for all tests of this process; it ends with it. */
public final class TestingChromium {

    public static final Guise GUISE = new Guise("en-US", 1280, 900, null);

    /** One worker: where accounts might disturb each other, they do. */
    private static final Workers SHARED = new Workers(LaunchSettings.usual(), 1);

    private TestingChromium() {}

    public static Workers shared() {
        return SHARED;
    }

    /** Long enough for a busy machine. */
    public static Deadline patience() {
        return Deadline.in(Duration.ofSeconds(60));
    }
}
