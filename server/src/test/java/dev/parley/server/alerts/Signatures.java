package dev.parley.server.alerts;

import dev.parley.server.testing.TestingReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What whoever receives does. */
final class Signatures {

    private Signatures() {}

    static boolean isRight(String secret, Received received) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            var signed = String.join(
                    ".", received.header("webhook-id"), received.header("webhook-timestamp"), received.body());
            var wanted =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            var given = Objects.requireNonNull(received.header("webhook-signature"));
            return List.of(given.split(" ", -1)).contains(wanted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
