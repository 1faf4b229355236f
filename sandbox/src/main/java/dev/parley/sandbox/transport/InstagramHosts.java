package dev.parley.sandbox.transport;

import java.util.List;
import java.util.Locale;

/** The hosts that the sandbox plays. */
public final class InstagramHosts {
    private static final List<String> OF_THE_APP = List.of("i.instagram.com", "b.i.instagram.com");
    private static final List<String> OFFICIAL = List.of(
            "api.instagram.com",
            "graph.instagram.com",
            "graph.facebook.com",
            "www.facebook.com",
            "m.facebook.com",
            "rupload.facebook.com");
    private static final String WEBSITE = "www.instagram.com";

    private InstagramHosts() {}

    /** Where only the app calls. */
    static boolean isOfTheApp(String host) {
        return OF_THE_APP.contains(host);
    }

    /** Where only programs of the official API call. */
    static boolean isOfficial(String host) {
        return OFFICIAL.contains(host);
    }

    static boolean isWebsite(String host) {
        return host.equals(WEBSITE);
    }

    static boolean isPlayed(String host) {
        return isOfTheApp(host) || isOfficial(host) || isWebsite(host) || host.equals("instagram.com");
    }

    /** The host in an authority, without its port, in lower case. */
    public static String in(String authority) {
        int port = authority.lastIndexOf(':');
        String host = port < 0 || authority.endsWith("]") ? authority : authority.substring(0, port);
        return host.toLowerCase(Locale.ROOT);
    }
}
