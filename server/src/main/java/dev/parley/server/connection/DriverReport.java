package dev.parley.server.connection;

import dev.parley.instagram.Refusal;
import java.time.Duration;
import java.util.Map;

/**
 * What became of a call that changes nothing. Holds no names and nothing of what was read, so that it may be shown to others.
 *
 * @param outcome {@code as_expected}, or the refusal's name in the contract
 * @param detail what was not as expected; empty otherwise
 * @param read how many things were read
 * @param tookMs how long the call took, in milliseconds
 */
record DriverReport(String check, String outcome, String detail, int read, long tookMs) {

    private static final String AS_EXPECTED = "as_expected";

    static DriverReport asExpected(DriverCheck check, int read, Duration took) {
        return new DriverReport(check.word(), AS_EXPECTED, "", read, took.toMillis());
    }

    static DriverReport refused(DriverCheck check, Refusal refusal, String username, Duration took) {
        var detail = refusal.detail().replace(username, "…");
        return new DriverReport(check.word(), refusal.getClass().getSimpleName(), detail, 0, took.toMillis());
    }

    Map<String, String> asTexts() {
        return Map.of(
                "check", check,
                "outcome", outcome,
                "detail", detail,
                "read", Integer.toString(read),
                "took_ms", Long.toString(tookMs));
    }

    static DriverReport of(Map<String, String> texts) {
        return new DriverReport(
                texts.getOrDefault("check", ""),
                texts.getOrDefault("outcome", ""),
                texts.getOrDefault("detail", ""),
                Integer.parseInt(texts.getOrDefault("read", "0")),
                Long.parseLong(texts.getOrDefault("took_ms", "0")));
    }
}
