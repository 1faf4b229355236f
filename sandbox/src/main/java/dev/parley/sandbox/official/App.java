package dev.parley.sandbox.official;

/**
 * The one app that is registered here. Each flavour has an id and a secret of its own.
 *
 * @param id what OAuth calls {@code client_id}
 * @param secret what tokens are asked with, and webhooks signed with
 */
public record App(Flavour flavour, String id, String secret) {
    /** The app as owners see it. */
    public static final String NAME = "Sandbox App";

    public static final App INSTAGRAM =
            new App(Flavour.INSTAGRAM, "990602627938098", "1d5f0a6c2b7e4938a1c4e6f80b2d4a6c");
    public static final App FACEBOOK = new App(Flavour.FACEBOOK, "481920375566013", "7c3e9b1f5a2d4860b8e7f6a5c4d3b2a1");

    public static App of(Flavour flavour) {
        return switch (flavour) {
            case INSTAGRAM -> INSTAGRAM;
            case FACEBOOK -> FACEBOOK;
        };
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "App[flavour=" + flavour + ", id=" + id + "]";
    }
}
