package dev.parley.server.account;

import dev.parley.instagram.mobile.MobileDriver;
import dev.parley.server.core.Installation;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The driver that works accounts as the app does: on Instagram itself, or on the sandbox. */
@Configuration(proxyBeanMethods = false)
class MobileAccess {

    @Bean(destroyMethod = "close")
    MobileDriver mobileDriver(Installation installation, AccountSettings settings, Clock clock) {
        var driver = MobileDriver.builder().clock(clock).callDeadline(settings.callDeadline());
        return installation.isSandbox()
                ? driver.apiBase(installation.sandboxUrl()).build()
                : driver.build();
    }
}
