package dev.parley.instagram.graph;

import java.net.URI;

/**
 * Where the official API is. Paths are appended to these addresses.
 *
 * @param instagramPages where owners agree, with Instagram's login
 * @param instagramTokens where codes are exchanged, with Instagram's login
 * @param instagramGraph everything else, with Instagram's login
 * @param facebookPages where owners agree, with Facebook's login
 * @param facebookGraph everything else, with Facebook's login
 */
public record GraphHosts(
        URI instagramPages, URI instagramTokens, URI instagramGraph, URI facebookPages, URI facebookGraph) {

    /** The live service. */
    public static final GraphHosts LIVE = new GraphHosts(
            URI.create("https://www.instagram.com"),
            URI.create("https://api.instagram.com"),
            URI.create("https://graph.instagram.com"),
            URI.create("https://www.facebook.com"),
            URI.create("https://graph.facebook.com"));

    /** A sandbox, which has all hosts behind one address, for example {@code http://127.0.0.1:8090}. */
    public static GraphHosts sandbox(URI base) {
        String address = base.toString().replaceAll("/+$", "");
        return new GraphHosts(
                URI.create(address + "/www.instagram.com"),
                URI.create(address + "/api.instagram.com"),
                URI.create(address + "/graph.instagram.com"),
                URI.create(address + "/www.facebook.com"),
                URI.create(address + "/graph.facebook.com"));
    }

    URI pages(GraphLogin login) {
        return switch (login) {
            case INSTAGRAM -> instagramPages;
            case FACEBOOK -> facebookPages;
        };
    }

    URI graph(GraphLogin login) {
        return switch (login) {
            case INSTAGRAM -> instagramGraph;
            case FACEBOOK -> facebookGraph;
        };
    }
}
