package dev.parley.server.home;

import dev.parley.instagram.browser.BrowserDriver;
import dev.parley.server.node.Node;
import dev.parley.server.web.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What nodes use, as people say it. */
public final class NodeWords {

    private static final long MEGABYTE = 1L << 20;
    private static final double GIGABYTE = 1L << 30;
    private static final int PERCENT = 100;

    private NodeWords() {}

    public static String share(double of) {
        return Math.round(of * PERCENT) + " %";
    }

    public static String memory(@Nullable Long bytes) {
        if (bytes == null) {
            return "unknown";
        }
        return bytes < GIGABYTE
                ? Words.number(Math.round((double) bytes / MEGABYTE)) + " MB"
                : String.format(Locale.ENGLISH, "%.1f GB", bytes / GIGABYTE);
    }

    /** To Instagram, under way, by driver. */
    public static String calls(Map<String, Integer> calls) {
        return calls.isEmpty()
                ? "none"
                : calls.entrySet().stream()
                        .map(driver -> driver.getKey() + " " + Words.number(driver.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** That run, or that there is none to start. */
    public static String browsers(Node node) {
        if (node.lacks().contains(BrowserDriver.NAME)) {
            return "has no browser";
        }
        return node.browsers() == 0 ? "none" : Words.number(node.browsers());
    }

    public static String lag(NodesView found) {
        return found.due() == 0 ? "nothing waits" : Words.duration(Duration.ofMillis(found.lagMillis()));
    }
}
