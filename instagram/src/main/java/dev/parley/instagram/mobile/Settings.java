package dev.parley.instagram.mobile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;

/** What the builder was told. */
record Settings(
        HttpUrl apiBase,
        Duration connectDeadline,
        Duration readDeadline,
        Duration callDeadline,
        int largestAnswer,
        Clock clock,
        SecureRandom random) {}
