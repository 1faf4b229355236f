package dev.parley.server;

import dev.parley.server.identity.FirstAdministrator;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: pages, REST API and the bot engine on one PostgreSQL. */
// Full names, because modules may use the same word for different things.
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class ParleyServer {

    private static final String ADMIN_RESET = "admin-reset";

    public static void main(String[] arguments) {
        try {
            if (List.of(arguments).contains(ADMIN_RESET)) {
                resetAdministrator();
            } else {
                new SpringApplication(ParleyServer.class).run(arguments);
            }
        } catch (RuntimeException failed) {
            System.err.println("parley: " + StartFailure.sentence(failed));
            System.exit(1);
        }
    }

    /** Beside a server that may be running: on a port of its own, and without touching any bot. */
    private static void resetAdministrator() {
        try (var application = new SpringApplicationBuilder(ParleyServer.class)
                .logStartupInfo(false)
                .run(
                        "--server.port=0",
                        "--db-scheduler.enabled=false",
                        "--logging.level.root=off",
                        "--parley.ready-file=")) {
            System.out.println(application.getBean(FirstAdministrator.class).reset());
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
