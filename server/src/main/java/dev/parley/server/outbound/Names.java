package dev.parley.server.outbound;

import dev.parley.instagram.http.BoundedDns;
import java.time.Duration;
import okhttp3.Dns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who says what a name means. */
@Configuration(proxyBeanMethods = false)
class Names {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Bean
    Dns names() {
        return new BoundedDns(LONGEST);
    }
}
