package dev.parley.instagram.browser;

import dev.parley.instagram.browser.finder.ElementFinder;
import java.time.Duration;

/** What the driver was built with. {@code base} is the site's scheme, host and port. */
record Settings(String base, Duration callDeadline, FailureRecorder recorder, ElementFinder finder) {}
