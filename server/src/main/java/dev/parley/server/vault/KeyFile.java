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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** The keys, a Tink key set as JSON: the newest one seals, every one opens. They come from a file, unless the settings hold them. */
@Component
public class KeyFile {

    private final VaultSettings settings;
    private final Path file;

    KeyFile(VaultSettings settings, Installation installation) {
        this.settings = settings;
        var named = settings.keyFile();
        this.file = named == null || named.toString().isEmpty()
                ? installation.dataDir().resolve("key")
                : named;
    }

    /** Makes them at the first start. */
    KeysetHandle read() {
        var given = given();
        return given.isEmpty() ? load() : parse(given, "PARLEY_KEY");
    }

    /** Before new keys are made that would open nothing of what is there. */
    void refuseIfMissing() {
        if (given().isEmpty() && !Files.exists(file)) {
            throw new StartRefused("The key file " + file + " is missing, and this database was written with it: put it"
                    + " back from your last backup, or name where it is in PARLEY_KEY_FILE.");
        }
    }

    /** From the next start on a new key seals. Those before still open what they sealed. */
    public void addKey() {
        refuseIfGiven();
        try {
            write(KeysetHandle.newBuilder(load())
                    .addEntry(KeysetHandle.importKey(newKeys().getPrimary().getKey())
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    /** What older keys sealed, and nothing sealed anew since, nobody can open any more. */
    public void removeOlderKeys() {
        refuseIfGiven();
        try {
            var newest = load().getPrimary();
            write(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(newest.getKey()).makePrimary())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The newest key cannot stand alone", impossible);
        }
    }

    private void refuseIfGiven() {
        if (!given().isEmpty()) {
            throw new StartRefused(
                    "The keys come from PARLEY_KEY: put them into a file first, and name it in" + " PARLEY_KEY_FILE.");
        }
    }

    private String given() {
        var key = settings.key();
        return key == null ? "" : key.strip();
    }

    private KeysetHandle load() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            refuseIfOpenToOthers();
            return parse(Files.readString(file), "The key file " + file);
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    /** Other nodes may do the same at the same moment: the first one wins, and all read what it wrote. */
    private void create() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = draft(newKeys());
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            // its keys are the ones to use
        } finally {
            Files.delete(draft);
        }
    }

    private void write(KeysetHandle keys) {
        try {
            Files.move(draft(keys), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    private Path draft(KeysetHandle keys) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", ownerOnly);
        Files.writeString(draft, text(keys));
        return draft;
    }

    private static KeysetHandle newKeys() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    private static String text(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The keys cannot be written", impossible);
        }
    }

    private void refuseIfOpenToOthers() throws IOException {
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

    private StartRefused unusable(IOException why) {
        return new StartRefused("The key file " + file + " cannot be read or made: " + why, why);
    }
}
