package dev.parley.server.node;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.instagram.Driver;
import dev.parley.server.core.Installation;
import dev.parley.server.vault.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Who this server is. */
@Configuration(proxyBeanMethods = false)
class NodeIdentity {

    private static final String MIGRATIONS = "classpath:db/migration/*/V*.sql";
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

    @Bean
    ThisNode thisNode(
            Installation installation,
            Vault vault,
            List<Driver> drivers,
            ObjectProvider<BuildProperties> build,
            ResourcePatternResolver resources)
            throws IOException {
        return new ThisNode(
                UUID.randomUUID(),
                installation.node(),
                host(),
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown"),
                newestMigration(resources),
                vault.newestKey(),
                drivers.stream()
                        .filter(driver -> !driver.isEquipped())
                        .map(Driver::name)
                        .collect(toUnmodifiableSet()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }

    private static int newestMigration(ResourcePatternResolver resources) throws IOException {
        return Arrays.stream(resources.getResources(MIGRATIONS))
                .map(file -> NUMBER.matcher(String.valueOf(file.getFilename())))
                .filter(name -> name.matches())
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElse(0);
    }
}
