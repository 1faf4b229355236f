package dev.parley.server.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The browsers of this node.
 *
 * @param workers how many run at most
 * @param openAccounts how many accounts have a page open at a time
 * @param mostMemory what one of them may have for itself before it is replaced, as soon as no call uses it; 0 for no limit
 * @param callDeadline when a call ends at the latest, starting a browser included
 * @param remote a Playwright server whose browsers are used instead ({@code ws://host:port/path}); null uses Chromium on this machine
 * @param agentqlKey of an account at AgentQL; null or blank never asks there
 * @param agentqlConsent whether whoever runs the server agrees that AgentQL gets to know how a page is built
 */
@Validated
@ConfigurationProperties("parley.browser")
record BrowserSettings(
        @DefaultValue("2") @Min(1) @Max(32) int workers,
        @DefaultValue("20") @Min(1) @Max(1000) int openAccounts,
        @DefaultValue("2GB") DataSize mostMemory,
        @DefaultValue("45s") @DurationMin(seconds = 5) Duration callDeadline,
        @Nullable URI remote,
        @Nullable String agentqlKey,
        @DefaultValue("false") boolean agentqlConsent) {

    /** Whether AgentQL may be asked: that takes both, the key and the consent. */
    boolean mayAskAgentql() {
        return agentqlConsent && agentqlKey != null && !agentqlKey.isBlank();
    }

    /** Leaves out the key, and the path of the remote: whoever knows it can use the browser. */
    @Override
    public String toString() {
        return "BrowserSettings[workers=%d, openAccounts=%d, remote=%s, agentql=%s]"
                .formatted(workers, openAccounts, remote != null, mayAskAgentql());
    }
}
