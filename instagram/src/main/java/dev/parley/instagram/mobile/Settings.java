package dev.parley.instagram.mobile;

import dev.parley.instagram.http.Limits;
import java.security.SecureRandom;
import java.time.Clock;
import okhttp3.HttpUrl;

/** What the builder was told. */
record Settings(HttpUrl apiBase, Limits limits, Clock clock, SecureRandom random) {}
