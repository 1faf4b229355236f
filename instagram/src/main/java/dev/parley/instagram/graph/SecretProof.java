package dev.parley.instagram.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in lower-case hexadecimal digits: the proof that a caller knows the app's secret, and what webhooks are signed with. */
final class SecretProof {

    private static final String ALGORITHM = "HmacSHA256";

    private SecretProof() {}

    /** What goes with a call if the app demands it. */
    static String of(GraphApp app, String token) {
        return of(app.secret(), token.getBytes(StandardCharsets.UTF_8));
    }

    static String of(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
