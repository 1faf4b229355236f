package dev.parley.instagram.graph;

/**
 * The app that is registered with Meta. Fact: for {@link GraphLogin#INSTAGRAM} these are the <em>Instagram</em> app's id and secret, which
 * differ from the Meta app's.
 *
 * @param secret secret
 */
public record GraphApp(String id, String secret) {

    public GraphApp {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an app has an id and a secret");
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "GraphApp[id=" + id + "]";
    }
}
