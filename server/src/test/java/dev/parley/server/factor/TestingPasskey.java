package dev.parley.server.factor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator with one passkey, which answers whatever page asks, for whatever site: what no real one would do. */
final class TestingPasskey {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ID_BYTES = 16;
    private static final int COORDINATE_BYTES = 32;
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final byte[] id = new byte[ID_BYTES];
    private final KeyPair keys;
    private String userHandle = "";

    String origin;
    String rpId = "localhost";
    int signCount = 1;
    boolean verifiesPerson = true;

    TestingPasskey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What a browser would give for {@code navigator.credentials.create}. */
    String created(JsonNode options) {
        userHandle = options.at("/user/id").asString();
        var authData = bytes(
                head(ATTESTED),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) ID_BYTES).array(),
                id,
                cose());
        var response = JSON.createObjectNode()
                .put("clientDataJSON", encode(clientData("webauthn.create", options)))
                .put("attestationObject", encode(attestation(authData)));
        response.putArray("transports").add("internal");
        return credential(response);
    }

    /** What a browser would give for {@code navigator.credentials.get}. */
    String signed(JsonNode options) {
        var authData = head(0);
        var client = clientData("webauthn.get", options);
        return credential(JSON.createObjectNode()
                .put("clientDataJSON", encode(client))
                .put("authenticatorData", encode(authData))
                .put("signature", encode(sign(bytes(authData, sha256(client)))))
                .put("userHandle", userHandle));
    }

    private String credential(JsonNode response) {
        var credential = JSON.createObjectNode()
                .put("id", encode(id))
                .put("rawId", encode(id))
                .put("type", "public-key");
        credential.set("response", response);
        credential.putObject("clientExtensionResults");
        return credential.toString();
    }

    private byte[] clientData(String type, JsonNode options) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("challenge", options.path("challenge").asString())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] head(int flags) {
        var all = flags | PRESENT | (verifiesPerson ? VERIFIED : 0);
        return bytes(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) all},
                ByteBuffer.allocate(Integer.BYTES).putInt(signCount).array());
    }

    /** The public key in CBOR: EC2, ES256, P-256. */
    private byte[] cose() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return bytes(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE_BYTES},
                coordinate(point.getAffineX()),
                new byte[] {0x22, 0x58, COORDINATE_BYTES},
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        var coordinate = new byte[COORDINATE_BYTES];
        for (int i = 0; i < COORDINATE_BYTES; i++) {
            coordinate[COORDINATE_BYTES - 1 - i] =
                    number.shiftRight(i * Byte.SIZE).byteValue();
        }
        return coordinate;
    }

    /** No attestation, in CBOR. */
    private static byte[] attestation(byte[] authData) {
        return bytes(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                new byte[] {0x58, (byte) authData.length},
                authData);
    }

    private static byte[] text(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
