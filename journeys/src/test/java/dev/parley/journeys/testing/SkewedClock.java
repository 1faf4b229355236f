package dev.parley.journeys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A clock that is wrong, for one process of Java.
 *
 * @param off ahead, or behind where it is negative
 */
public record SkewedClock(Duration off) {

    private static final Duration NEAR = Duration.ofSeconds(30);
    private static final String AGENT = ClockAgent.class.getName().replace('.', '/') + ".class";

    /** What the process is to be started with. */
    public List<String> javaOptions(Path folder) {
        try {
            return List.of("-javaagent:%s=%s".formatted(agentIn(folder), off));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the time that its answers tell. */
    public void expectAt(URI server) {
        var told =
                ZonedDateTime.parse(Api.of(server).get("/login").header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(Duration.between(Instant.now().plus(off), told).abs())
                .as("how far from its skewed clock %s is", server)
                .isLessThan(NEAR);
    }

    private static Path agentIn(Path folder) throws IOException {
        var jar = folder.resolve("clock-agent.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest());
                var code = SkewedClock.class.getClassLoader().getResourceAsStream(AGENT)) {
            out.putNextEntry(new ZipEntry(AGENT));
            Objects.requireNonNull(code).transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        return manifest;
    }
}
