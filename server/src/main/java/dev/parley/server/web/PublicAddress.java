package dev.parley.server.web;

import dev.parley.server.core.Installation;
import java.net.URI;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people's browsers find this installation. */
@Component
public class PublicAddress {

    private static final String PORT = "local.server.port";

    private final Installation installation;
    private final Environment environment;

    PublicAddress(Installation installation, Environment environment) {
        this.installation = installation;
        this.environment = environment;
    }

    /** Where nothing else is set, this machine and the port that the server has got. */
    public URI of(String path) {
        return Objects.requireNonNullElseGet(installation.publicUrl(), this::here)
                .resolve(path);
    }

    private URI here() {
        return URI.create("http://localhost:" + environment.getRequiredProperty(PORT));
    }
}
