package dev.parley.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Installation;
import dev.parley.server.core.StartRefused;
import dev.parley.server.tenancy.TestingDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static final Place PLACE = new Place(UUID.randomUUID(), "table", "column", UUID.randomUUID());
    private static final byte[] SECRET = "sessionid=canary".getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void the_database_is_new() {
        database.owner().sql("delete from key_check").update();
    }

    @TempDir
    Path folder;

    @Test
    void opens_what_it_sealed_and_shows_nothing_of_it() {
        var vault = TestingVault.create();
        var sealed = vault.seal(PLACE, SECRET);
        assertThat(vault.open(PLACE, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        assertThat(vault.seal(PLACE, SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void a_secret_that_was_moved_cannot_be_opened() {
        var vault = TestingVault.create();
        var sealed = vault.seal(PLACE, SECRET);
        var elsewhere = List.of(
                new Place(UUID.randomUUID(), PLACE.table(), PLACE.column(), PLACE.row()),
                new Place(PLACE.workspace(), "other", PLACE.column(), PLACE.row()),
                new Place(PLACE.workspace(), PLACE.table(), "other", PLACE.row()),
                new Place(PLACE.workspace(), PLACE.table(), PLACE.column(), UUID.randomUUID()));
        assertThat(elsewhere).allSatisfy(place -> assertUnreadable(vault, place, sealed));
        sealed[sealed.length - 1] ^= 1;
        assertUnreadable(vault, PLACE, sealed);
        assertUnreadable(vault, PLACE, new byte[0]);
    }

    @Test
    void the_newest_key_seals_and_every_key_opens() throws Exception {
        var oldKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        var rotated = KeysetHandle.newBuilder(oldKey)
                .addEntry(KeysetHandle.importKey(newKey()).makePrimary())
                .build();
        var before = new Vault(() -> oldKey);
        var after = new Vault(() -> rotated);
        assertThat(after.open(PLACE, before.seal(PLACE, SECRET))).isEqualTo(SECRET);
        assertUnreadable(before, PLACE, after.seal(PLACE, SECRET));
    }

    @Test
    void makes_a_key_file_for_the_owner_alone_and_reads_it_again() throws Exception {
        var first = vault(null, null);
        var file = folder.resolve("key");
        assertThat(file).doesNotExist();
        first.newestKey();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(vault(null, file).open(PLACE, first.seal(PLACE, SECRET))).isEqualTo(SECRET);
        assertThat(folder.toFile().list()).containsExactly("key");
    }

    @Test
    void nodes_that_start_at_the_same_moment_agree_on_one_key() {
        var vaults = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> {
                    var vault = vault(null, null);
                    vault.newestKey();
                    return vault;
                })
                .toList();
        var sealed = vaults.getFirst().seal(PLACE, SECRET);
        assertThat(vaults)
                .allSatisfy(vault -> assertThat(vault.open(PLACE, sealed)).isEqualTo(SECRET));
    }

    @Test
    void takes_the_key_from_the_settings_as_json_or_base64() throws Exception {
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
                AeadConfig2026.get(),
                InsecureSecretKeyAccess.get());
        var base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThat(vault(json, null).open(PLACE, vault(base64, null).seal(PLACE, SECRET)))
                .isEqualTo(SECRET);
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void a_key_file_that_others_may_read_or_that_holds_no_keys_is_refused_in_one_sentence() throws Exception {
        var file = Files.writeString(folder.resolve("open"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> vault(null, file).newestKey())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> vault(null, file).newestKey())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("usable");
    }

    @Test
    void another_key_than_the_databases_is_refused_and_changes_nothing() {
        var right = TestingVault.create();
        var secret = check(right, true).sharedSecret(database.owner());
        assertThatThrownBy(() -> check(TestingVault.create(), true).sharedSecret(database.owner()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The key is not the one");
        assertThat(check(right, true).sharedSecret(database.owner())).isEqualTo(secret);
    }

    @Test
    void a_missing_key_file_is_not_made_anew_beside_a_database_that_was_written_with_it() {
        check(TestingVault.create(), true).sharedSecret(database.owner());
        var keys = keyFile(null, null);
        assertThatThrownBy(() -> new KeyCheck(keys, new VaultKeys().vault(keys), true).sharedSecret(database.owner()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("key is missing");
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void it_is_known_whether_a_server_has_been_started_with_the_newest_key() throws Exception {
        var oldKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        var bothKeys = KeysetHandle.newBuilder(oldKey)
                .addEntry(KeysetHandle.importKey(newKey()).makePrimary())
                .build();
        var both = new Vault(() -> bothKeys);
        check(new Vault(() -> oldKey), true).sharedSecret(database.owner());
        assertThat(isSealedWithOlderKey(both)).isTrue();
        assertThat(isSealedWithOlderKey(both)).isTrue();
        check(both, true).sharedSecret(database.owner());
        assertThat(isSealedWithOlderKey(both)).isFalse();
    }

    private boolean isSealedWithOlderKey(Vault beside) {
        var check = check(beside, false);
        check.sharedSecret(database.owner());
        return check.serversSealWithOlderKey();
    }

    private static AesGcmKey newKey() throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.randomBytes(32))
                .setIdRequirement(4711)
                .build();
    }

    private Vault vault(@Nullable String key, @Nullable Path file) {
        return new VaultKeys().vault(keyFile(key, file));
    }

    private KeyFile keyFile(@Nullable String key, @Nullable Path file) {
        var local = URI.create("http://localhost");
        return new KeyFile(
                new VaultSettings(key, file), new Installation("1", folder, Installation.Mode.SANDBOX, local, local));
    }

    private KeyCheck check(Vault vault, boolean isServer) {
        return new KeyCheck(keyFile("given", null), vault, isServer);
    }

    private static void assertUnreadable(Vault vault, Place place, byte[] sealed) {
        assertThatThrownBy(() -> vault.open(place, sealed))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE));
    }
}
