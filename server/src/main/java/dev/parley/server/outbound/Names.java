package dev.parley.server.outbound;

import okhttp3.Dns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who says what a name means. */
@Configuration(proxyBeanMethods = false)
class Names {

    @Bean
    Dns names() {
        return Dns.SYSTEM;
    }
}
