package dev.parley.server.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.parley.server.core.Installation;
import dev.parley.server.core.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the keys, a Tink key set as JSON, and makes them at the first start. */
@Configuration(proxyBeanMethods = false)
class VaultKeys {

    @Bean
    Vault vault(VaultSettings settings, Installation installation) throws GeneralSecurityException {
        if (settings.key() != null && !settings.key().isBlank()) {
            return new Vault(parse(settings.key().strip(), "PARLEY_KEY"));
        }
        var keyFile = settings.keyFile();
        return new Vault(load(
                keyFile == null || keyFile.toString().isEmpty()
                        ? installation.dataDir().resolve("key")
                        : keyFile));
    }

    private static KeysetHandle load(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            refuseIfOpenToOthers(file);
            return parse(Files.readString(file), "The key file " + file);
        } catch (IOException unreadable) {
            throw new StartRefused("The key file " + file + " cannot be read or made: " + unreadable, unreadable);
        }
    }

    /** Other nodes may do the same at the same moment: the first one wins, and all read what it wrote. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", ownerOnly);
        try {
            Files.writeString(draft, newKeys());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            // its keys are the ones to use
        } finally {
            Files.delete(draft);
        }
    }

    private static String newKeys() {
        try {
            var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        var others = EnumSet.complementOf(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new StartRefused("The key file " + file + " is open to others; run: chmod 600 " + file);
        }
    }

    private static KeysetHandle parse(String keys, String source) {
        try {
            var json =
                    keys.startsWith("{") ? keys : new String(Base64.getDecoder().decode(keys), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new StartRefused(source + " does not hold a usable set of keys.");
        }
    }
}
