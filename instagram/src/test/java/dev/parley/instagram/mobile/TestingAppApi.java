package dev.parley.instagram.mobile;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app's API with scripted answers, and a driver that speaks to it. */
final class TestingAppApi implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00.250Z");
    static final String PASSWORD = "pa55-wörd-Geheim";
    static final String AUTHORIZATION = "Bearer IGT:2:eyJkc191c2VyX2lkIjoiNDIiLCJzZXNzaW9uaWQiOiI0MiUzQWdlaGVpbSJ9";
    static final PersonId ACCOUNT = new PersonId("42");
    static final Person LENA = person("2001");

    static Person person(String number) {
        return new Person(new PersonId(number), "person." + number);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HASTE = Duration.ofSeconds(2);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final JsonMapper JSON = new JsonMapper();
    private static final KeyPair KEY_PAIR = keyPair();

    private final MockWebServer server = new MockWebServer();
    private final MobileDriver driver;

    TestingAppApi() {
        this(LARGEST_ANSWER);
    }

    TestingAppApi(int largestAnswer) {
        this(largestAnswer, PATIENCE);
    }

    /** With a driver that does not wait for long. */
    static TestingAppApi hasty() {
        return new TestingAppApi(LARGEST_ANSWER, HASTE);
    }

    private TestingAppApi(int largestAnswer, Duration patience) {
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver = driverFor(server.url("/").uri(), largestAnswer, patience);
    }

    /** One that does not wait for long. */
    static MobileDriver driverFor(URI base, int largestAnswer) {
        return driverFor(base, largestAnswer, HASTE);
    }

    private static MobileDriver driverFor(URI base, int largestAnswer, Duration patience) {
        return MobileDriver.builder()
                .apiBase(base)
                .connectDeadline(patience.dividedBy(2))
                .callDeadline(patience)
                .largestAnswer(largestAnswer)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    MobileDriver driver() {
        return driver;
    }

    MockWebServer server() {
        return server;
    }

    SignIn signIn() {
        return new SignIn("alma.plain", PASSWORD, driver.newIdentity(), null);
    }

    /** An account that is signed in already. */
    Instagram signedIn() {
        return signedIn(driver);
    }

    static Instagram signedIn(MobileDriver driver) {
        DeviceIdentity identity = driver.newIdentity();
        Map<String, String> cookies = Map.of("sessionid", "42%3Ageheim", "csrftoken", "csrf-1", "ds_user_id", "42");
        return driver.open(driver.adopt(ACCOUNT, "alma.plain", identity, null, AUTHORIZATION, cookies));
    }

    TestingAppApi answers(MockResponse answer) {
        server.enqueue(answer);
        return this;
    }

    TestingAppApi answers(int status, String body) {
        return answers(json(status, body).build());
    }

    TestingAppApi answersWithPasswordKey() {
        return answers(json(200, "{\"status\":\"ok\"}")
                .addHeader("ig-set-password-encryption-key-id", "201")
                .addHeader("ig-set-password-encryption-pub-key", publicKeyHeader())
                .addHeader("ig-set-x-mid", "mid-1")
                .addHeader("Set-Cookie", "csrftoken=csrf-1; Domain=.instagram.com; Path=/; Secure")
                .build());
    }

    TestingAppApi answersWithSession() {
        return answers(json(200, """
                        {"logged_in_user":{"pk":42,"username":"alma.plain","full_name":"Alma","is_private":false},"status":"ok"}""")
                .addHeader("ig-set-authorization", AUTHORIZATION)
                .addHeader("ig-set-ig-u-rur", "CLN,42,1")
                .addHeader("x-ig-set-www-claim", "hmac.claim")
                .addHeader("Set-Cookie", "sessionid=42%3Ageheim; Domain=.instagram.com; HttpOnly")
                .addHeader("Set-Cookie", "ds_user_id=42; Domain=.instagram.com")
                .build());
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body);
    }

    /** The next request that came in. */
    RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody(), "no body").utf8();
    }

    /** The fields of a signed body. */
    static JsonNode signedFields(RecordedRequest request) {
        String body = text(request);
        String start = "signed_body=SIGNATURE.";
        if (!body.startsWith(start)) {
            throw new AssertionError("not a signed body");
        }
        return JSON.readTree(URLDecoder.decode(body.substring(start.length()), StandardCharsets.UTF_8));
    }

    /** Opens a sealed password the way Instagram has to. */
    static String unseal(String sealed) {
        String[] parts = sealed.split(":", 4);
        ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(parts[3])).order(ByteOrder.LITTLE_ENDIAN);
        if (!parts[0].equals("#PWD_INSTAGRAM")
                || !parts[1].equals("4")
                || blob.get() != 1
                || blob.get() != (byte) 201) {
            throw new AssertionError("not a sealed password of format 4 for key 201");
        }
        byte[] iv = bytes(blob, 12);
        byte[] wrapped = bytes(blob, blob.getShort());
        byte[] tag = bytes(blob, 16);
        byte[] ciphertext = bytes(blob, blob.remaining());
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, KEY_PAIR.getPrivate());
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(rsa.doFinal(wrapped), "AES"), new GCMParameterSpec(128, iv));
            aes.updateAAD(parts[2].getBytes(StandardCharsets.US_ASCII));
            byte[] secret = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
            System.arraycopy(tag, 0, secret, ciphertext.length, tag.length);
            return new String(aes.doFinal(secret), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("cannot be opened", e);
        }
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    static String publicKeyHeader() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEY_PAIR.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }
}
