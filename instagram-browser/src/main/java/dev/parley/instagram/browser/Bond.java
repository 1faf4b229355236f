package dev.parley.instagram.browser;

import dev.parley.instagram.DeviceIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ties cookies to the identity and the proxy that they were got with: a session put together otherwise is refused. */
final class Bond {

    private Bond() {}

    static String of(DeviceIdentity identity, @Nullable URI proxy) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(identity.toBytes());
            digest.update(String.valueOf(proxy).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
