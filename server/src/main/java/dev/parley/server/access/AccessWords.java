package dev.parley.server.access;

import dev.parley.server.identity.Device;
import dev.parley.server.web.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sessions and tokens in words. */
public final class AccessWords {

    private static final int SHORT = 60;

    /** In this order: most browsers also call themselves by the names of others. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private AccessWords() {}

    /** "Firefox on Windows", or what the program calls itself. */
    public static String agent(Device device) {
        var agent = device.agent();
        if (agent.isEmpty()) {
            return "Unknown";
        }
        return first(BROWSERS, agent)
                .map(browser -> first(SYSTEMS, agent)
                        .map(system -> browser + " on " + system)
                        .orElse(browser))
                .orElse(agent.substring(0, Math.min(agent.length(), SHORT)));
    }

    public static String name(TokenView token) {
        return Optional.ofNullable(token.name()).orElse("A sign-in through the API");
    }

    public static String uses(TokenView token) {
        return token.name() == null
                ? "Everything that you may do"
                : token.rights().stream().map(Right::words).collect(Collectors.joining(". "));
    }

    public static String accounts(TokenView token) {
        return token.accounts() == null
                ? "With all accounts"
                : token.accounts().stream()
                        .map(account -> "@" + account.username())
                        .collect(Collectors.joining(", ", "With ", " alone"));
    }

    private static Optional<String> first(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
