package dev.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PasswordsTest {

    private static final String AS_DELIVERED = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$";
    private static final Pattern SALT_AND_HASH = Pattern.compile("[\\w+/]{22}\\$[\\w+/]{43}");

    private static final IdentitySettings SETTINGS =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("parley.identity", IdentitySettings.class);

    private final Passwords passwords = new Passwords(SETTINGS, HashCost.DELIVERED);

    @Test
    void a_hash_costs_what_is_recommended_and_so_does_that_of_nobody() {
        var hash = passwords.encode("a quiet river at dawn");
        assertThat(hash).startsWith(AS_DELIVERED);
        assertThat(hash.substring(AS_DELIVERED.length())).matches(SALT_AND_HASH);
        assertThat(passwords.matches("a quiet river at dawn", hash)).isTrue();
        assertThat(passwords.upgradeEncoding(hash)).isFalse();
        assertThat(passwords.nobodysHash()).startsWith(AS_DELIVERED);
        assertThat(passwords.nobodysHash().substring(AS_DELIVERED.length())).matches(SALT_AND_HASH);
        assertThat(passwords.matches("a quiet river at dawn", passwords.nobodysHash()))
                .isFalse();
    }

    @Test
    void a_cheaper_hash_is_upgraded() {
        var cheaper = new Passwords(SETTINGS, new HashCost(64, 1)).encode("a quiet river at dawn");
        assertThat(passwords.matches("a quiet river at dawn", cheaper)).isTrue();
        assertThat(passwords.upgradeEncoding(cheaper)).isTrue();
    }
}
