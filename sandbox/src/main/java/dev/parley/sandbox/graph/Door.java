package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.Flavour;

/** The hosts of the official API. */
enum Door {
    WWW_INSTAGRAM("www.instagram.com", Flavour.INSTAGRAM),
    API_INSTAGRAM("api.instagram.com", Flavour.INSTAGRAM),
    GRAPH_INSTAGRAM("graph.instagram.com", Flavour.INSTAGRAM),
    WWW_FACEBOOK("www.facebook.com", Flavour.FACEBOOK),
    GRAPH_FACEBOOK("graph.facebook.com", Flavour.FACEBOOK);

    private final String host;
    private final Flavour flavour;

    Door(String host, Flavour flavour) {
        this.host = host;
        this.flavour = flavour;
    }

    String host() {
        return host;
    }

    Flavour flavour() {
        return flavour;
    }

    boolean graph() {
        return this == GRAPH_INSTAGRAM || this == GRAPH_FACEBOOK;
    }
}
