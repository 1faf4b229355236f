package dev.parley.instagram.mobile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The key that Instagram hands out for passwords. Fact: the sealed form is {@code #PWD_INSTAGRAM:4:<epoch seconds>:<base64>};
 * the bytes are 1, the key's number, the IV, the length of the RSA part (little endian), the RSA part with a fresh AES key, the
 * GCM tag, the ciphertext; the seconds are authenticated with it.
 */
record PasswordKey(byte number, PublicKey key) {

    private static final byte FORMAT = 1;
    private static final int HIGHEST_NUMBER = 255;
    private static final int AES_KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** The key in an answer's headers, or null if there is none, or none that can be used. */
    static @Nullable PasswordKey in(Headers headers) {
        String number = headers.get("ig-set-password-encryption-key-id");
        String key = headers.get("ig-set-password-encryption-pub-key");
        if (number == null || key == null) {
            return null;
        }
        try {
            return new PasswordKey(keyNumber(number), publicKey(key));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    String seal(String password, Instant now, SecureRandom random) {
        String seconds = Long.toString(now.getEpochSecond());
        try {
            return "#PWD_INSTAGRAM:4:" + seconds + ":"
                    + Base64.getEncoder().encodeToString(sealed(password, seconds, random));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt a password with RSA and AES-GCM", e);
        }
    }

    private byte[] sealed(String password, String seconds, SecureRandom random) throws GeneralSecurityException {
        byte[] aesKey = bytes(AES_KEY_BYTES, random);
        byte[] iv = bytes(IV_BYTES, random);
        byte[] wrappedKey = wrapped(aesKey, random);
        byte[] secret = encrypted(password, seconds, aesKey, iv);
        int ciphertextBytes = secret.length - TAG_BYTES;
        // Java puts the tag behind the ciphertext, the protocol in front of it.
        return ByteBuffer.allocate(2 + IV_BYTES + Short.BYTES + wrappedKey.length + secret.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(FORMAT)
                .put(number)
                .put(iv)
                .putShort((short) wrappedKey.length)
                .put(wrappedKey)
                .put(secret, ciphertextBytes, TAG_BYTES)
                .put(secret, 0, ciphertextBytes)
                .array();
    }

    private byte[] wrapped(byte[] aesKey, SecureRandom random) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, key, random);
        return rsa.doFinal(aesKey);
    }

    private static byte[] encrypted(String password, String seconds, byte[] aesKey, byte[] iv)
            throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(aesKey, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        aes.updateAAD(seconds.getBytes(StandardCharsets.US_ASCII));
        return aes.doFinal(password.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte keyNumber(String header) {
        int number = Integer.parseInt(header.strip());
        if (number < 0 || number > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("key number out of range");
        }
        return (byte) number;
    }

    private static PublicKey publicKey(String header) throws GeneralSecurityException {
        String pem = new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.US_ASCII);
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
