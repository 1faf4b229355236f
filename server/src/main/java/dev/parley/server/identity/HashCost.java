package dev.parley.server.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What it costs to try one password: enough that whoever has stolen the hashes gives up. */
public record HashCost(int memoryKib, int iterations) {

    static final HashCost DELIVERED = new HashCost(19 * 1024, 2);

    @Configuration(proxyBeanMethods = false)
    static class Setting {

        @Bean
        HashCost hashCost() {
            return DELIVERED;
        }
    }
}
