package dev.parley.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The application: pages, REST API and the bot engine on one PostgreSQL. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ParleyServer {

    public static void main(String[] arguments) {
        try {
            new SpringApplication(ParleyServer.class).run(arguments);
        } catch (RuntimeException failed) {
            System.err.println("parley: " + StartFailure.sentence(failed));
            System.exit(1);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
