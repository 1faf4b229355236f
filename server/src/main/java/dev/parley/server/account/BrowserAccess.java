package dev.parley.server.account;

import dev.parley.instagram.browser.BrowserDriver;
import dev.parley.instagram.browser.FailureRecorder;
import dev.parley.instagram.browser.chromium.Chromium;
import dev.parley.server.core.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The driver that works accounts on the website: Instagram's own, or the sandbox's. Browsers are started when they are needed. */
@Configuration(proxyBeanMethods = false)
class BrowserAccess {

    @Bean(destroyMethod = "close")
    BrowserDriver browserDriver(Installation installation, BrowserSettings settings, FailureRecorder recorder) {
        var driver = BrowserDriver.builder()
                .callDeadline(settings.callDeadline())
                .workers(settings.workers())
                .openAccounts(settings.openAccounts())
                .mostMemory(settings.mostMemory().toBytes())
                .failureRecorder(recorder);
        if (settings.remote() != null) {
            driver.chromium(new Chromium.Remote(settings.remote()));
        }
        if (settings.agentqlKey() != null && settings.mayAskAgentql()) {
            driver.agentQl(settings.agentqlKey(), true);
        }
        return installation.isSandbox() ? driver.site(installation.sandboxUrl()).build() : driver.build();
    }
}
