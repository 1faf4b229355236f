package dev.parley.server.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of this server. */
@Configuration(proxyBeanMethods = false)
class VaultKeys {

    @Bean
    Vault vault(KeyFile keys) {
        return new Vault(keys::read);
    }
}
