package dev.parley.server.account;

import dev.parley.instagram.graph.GraphApp;
import dev.parley.instagram.graph.GraphLogin;
import dev.parley.instagram.graph.Webhooks;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The app that is registered with Meta.
 *
 * @param login on whose page owners agree
 * @param appId with Instagram's login the Instagram app's id, not the Meta app's
 * @param metaAppSecret of the Meta app to which the Instagram app belongs: either may sign webhooks
 * @param verifyToken what was entered beside the address for webhooks; without it none are taken
 */
@ConfigurationProperties("parley.graph")
record GraphSettings(
        @DefaultValue("instagram") GraphLogin login,
        @Nullable String appId,
        @Nullable String appSecret,
        @Nullable String metaAppSecret,
        @Nullable String verifyToken) {

    boolean isSetUp() {
        return isGiven(appId) && isGiven(appSecret);
    }

    GraphApp app() {
        if (appId == null || appSecret == null) {
            throw new IllegalStateException("no app is registered");
        }
        return new GraphApp(appId, appSecret);
    }

    boolean takesWebhooks() {
        return isSetUp() && isGiven(verifyToken);
    }

    Webhooks webhooks() {
        if (appSecret == null || verifyToken == null) {
            throw new IllegalStateException("no webhooks are set up");
        }
        return new Webhooks(
                verifyToken,
                Stream.of(appSecret, metaAppSecret)
                        .filter(GraphSettings::isGiven)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "GraphSettings[login=%s, appId=%s]".formatted(login, appId);
    }
}
