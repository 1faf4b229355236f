package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A setting that is renamed, or gets another default, breaks this test and not somebody's installation. */
class SettingsTest {

    @Test
    void names_and_defaults_stay() throws Exception {
        var found = new TreeMap<String, String>();
        for (var settings : settings()) {
            var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
            Arrays.stream(settings.getRecordComponents())
                    .forEach(setting -> found.put(
                            prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName()),
                            defaultOf(settings, setting.getName())));
        }
        assertThat(found.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()))
                .isEqualTo(read("settings.txt"));
    }

    @Test
    void the_documentation_names_every_setting() throws Exception {
        var documentation = Files.readString(Path.of("..", "docs", "configuration.md"));
        assertThat(read("settings.txt"))
                .allSatisfy(setting -> assertThat(documentation).contains("`" + setting.replaceFirst("=.*", "") + "`"));
    }

    @Test
    void bots_take_their_full_times_at_instagram_and_a_thirtieth_of_them_at_the_sandbox() throws Exception {
        assertThat(divisorAt("live")).isEqualTo("1");
        assertThat(divisorAt("sandbox")).isEqualTo("30");
    }

    private static @Nullable String divisorAt(String instagram) throws Exception {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("given", Map.of("parley.instagram", instagram)));
        new YamlPropertySourceLoader()
                .load("delivered", new ClassPathResource("application.yaml"))
                .forEach(sources::addLast);
        return environment.getProperty("parley.bot.divisor");
    }

    private static List<Class<?>> settings() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var found = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents("dev.parley.server")) {
            found.add(Class.forName(candidate.getBeanClassName()));
        }
        return found;
    }

    private static String defaultOf(Class<?> settings, String name) {
        return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(Objects::nonNull)
                .map(value -> String.join(",", value.value()))
                .findFirst()
                .orElse("");
    }

    private static List<String> read(String resource) throws Exception {
        try (var lines = SettingsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
