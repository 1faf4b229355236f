package dev.parley.server;

import dev.parley.server.identity.FirstAdministrator;
import dev.parley.server.rotation.ChangeKeys;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: pages, REST API and the bot engine on one PostgreSQL. */
// Full names, because modules may use the same word for different things.
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class ParleyServer {

    /** What the program does once, beside a server that may be running, when it is started with one of these words. */
    private static final Map<String, Function<ApplicationContext, String>> ERRANDS = Map.of(
            "admin-reset",
                    application -> application.getBean(FirstAdministrator.class).reset(),
            "add-key", application -> application.getBean(ChangeKeys.class).add(),
            "remove-older-keys",
                    application -> application.getBean(ChangeKeys.class).removeOlder());

    public static void main(String[] arguments) {
        try {
            Arrays.stream(arguments)
                    .filter(ERRANDS::containsKey)
                    .findFirst()
                    .ifPresentOrElse(ParleyServer::run, () -> new SpringApplication(ParleyServer.class).run(arguments));
        } catch (RuntimeException failed) {
            System.err.println("parley: " + StartFailure.sentence(failed));
            System.exit(1);
        }
    }

    /** On a port of its own, and without touching any bot. */
    private static void run(String errand) {
        try (var application = new SpringApplicationBuilder(ParleyServer.class)
                .logStartupInfo(false)
                .run(
                        "--server.port=0",
                        "--db-scheduler.enabled=false",
                        "--logging.level.root=off",
                        "--parley.ready-file=")) {
            System.out.println(Objects.requireNonNull(ERRANDS.get(errand)).apply(application));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
