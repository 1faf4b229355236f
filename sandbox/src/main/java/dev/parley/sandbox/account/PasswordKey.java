package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which apps encrypt passwords: {@code #PWD_INSTAGRAM:4:<seconds>:<base64>}. The base64 holds version 1, the key's id, IV
 * (12), length of the RSA part (2, little endian), RSA PKCS#1 v1.5 of an AES key, GCM tag (16), ciphertext; the seconds are its associated
 * data.
 */
public final class PasswordKey {
    private static final Pattern ENCRYPTED = Pattern.compile("#PWD_INSTAGRAM:4:(\\d+):([A-Za-z0-9+/=]+)");
    private static final int RSA_BITS = 2048;
    private static final byte VERSION = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_ID = 87;
    private static final int PEM_LINE = 64;

    private final int id;
    private final PrivateKey privateKey;
    private final String header;

    PasswordKey(Event.PasswordKeyMade event) {
        id = event.id();
        privateKey = privateKey(event.privateKey());
        header = Base64.getEncoder().encodeToString(pem(event.publicKey()).getBytes(StandardCharsets.US_ASCII));
    }

    /** The process's own, whichever world asks: to make one takes longer than most tests. */
    static Event.PasswordKeyMade make() {
        return new Event.PasswordKeyMade(
                KEY_ID,
                Base64.getEncoder().encodeToString(Own.PAIR.getPrivate().getEncoded()),
                Base64.getEncoder().encodeToString(Own.PAIR.getPublic().getEncoded()));
    }

    private static final class Own {
        static final KeyPair PAIR = pair();

        private static KeyPair pair() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Value of {@code ig-set-password-encryption-key-id}. */
    public int id() {
        return id;
    }

    /** Value of {@code ig-set-password-encryption-pub-key}: base64 of a PEM file. */
    public String header() {
        return header;
    }

    /** The password, or nothing when this was not encrypted for this key. */
    public Optional<String> decrypt(String encrypted) {
        Matcher parts = ENCRYPTED.matcher(encrypted);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            ByteBuffer blob =
                    ByteBuffer.wrap(Base64.getDecoder().decode(parts.group(2))).order(ByteOrder.LITTLE_ENDIAN);
            return Optional.of(decrypt(blob, parts.group(1).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException
                | BufferUnderflowException
                | IllegalArgumentException
                | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private String decrypt(ByteBuffer blob, byte[] associatedData) throws GeneralSecurityException {
        if (blob.get() != VERSION || Byte.toUnsignedInt(blob.get()) != id) {
            throw new GeneralSecurityException("Encrypted for another key");
        }
        byte[] iv = take(blob, IV_BYTES);
        byte[] aesKey = rsa(take(blob, Short.toUnsignedInt(blob.getShort())));
        byte[] tag = take(blob, TAG_BYTES);
        byte[] ciphertext = take(blob, blob.remaining());
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(aesKey, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        aes.updateAAD(associatedData);
        byte[] tagLast = ByteBuffer.allocate(ciphertext.length + TAG_BYTES)
                .put(ciphertext)
                .put(tag)
                .array();
        return new String(aes.doFinal(tagLast), StandardCharsets.UTF_8);
    }

    private byte[] rsa(byte[] encryptedKey) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, privateKey);
        return rsa.doFinal(encryptedKey);
    }

    private static byte[] take(ByteBuffer blob, int length) {
        if (length > blob.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        blob.get(bytes);
        return bytes;
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String publicKey) {
        String lines = publicKey.replaceAll("(.{" + PEM_LINE + "})", "$1\n").strip();
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }
}
