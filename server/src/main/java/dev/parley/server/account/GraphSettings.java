package dev.parley.server.account;

import dev.parley.instagram.graph.GraphApp;
import dev.parley.instagram.graph.GraphLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The app that is registered with Meta.
 *
 * @param login on whose page owners agree
 * @param appId with Instagram's login the Instagram app's id, not the Meta app's
 */
@ConfigurationProperties("parley.graph")
record GraphSettings(
        @DefaultValue("instagram") GraphLogin login,
        @Nullable String appId,
        @Nullable String appSecret) {

    boolean isSetUp() {
        return appId != null && !appId.isBlank() && appSecret != null && !appSecret.isBlank();
    }

    GraphApp app() {
        if (appId == null || appSecret == null) {
            throw new IllegalStateException("no app is registered");
        }
        return new GraphApp(appId, appSecret);
    }

    @Override
    public String toString() {
        return "GraphSettings[login=%s, appId=%s]".formatted(login, appId);
    }
}
