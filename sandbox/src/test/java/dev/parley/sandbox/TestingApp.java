package dev.parley.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small app of its own, with one device, as a real client would be: it signs bodies and encrypts passwords. */
final class TestingApp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final String baseUrl;
    private final String uuid;
    private final String androidId;
    private @Nullable String authorization;

    TestingApp(String baseUrl) {
        this(baseUrl, UUID.randomUUID().toString());
    }

    private TestingApp(String baseUrl, String uuid) {
        this.baseUrl = baseUrl;
        this.uuid = uuid;
        this.androidId = "android-" + uuid.replace("-", "").substring(0, 16);
    }

    /** The same device, where the sandbox is now. */
    TestingApp at(String newBaseUrl) {
        return new TestingApp(newBaseUrl, uuid).authorizedBy(authorization);
    }

    record Reply(int status, JsonNode json, HttpResponse<String> response) {
        String message() {
            return json.path("message").asString("");
        }
    }

    String androidId() {
        return androidId;
    }

    TestingApp authorizedBy(@Nullable String header) {
        authorization = header;
        return this;
    }

    Reply login(String username, String password) {
        Reply keys = post("/api/v1/qe/sync/", Map.of("id", uuid));
        return keep(post(
                "/api/v1/accounts/login/",
                fields(
                        "username", username,
                        "enc_password", encrypt(password, keys),
                        "guid", uuid,
                        "device_id", androidId,
                        "phone_id", uuid,
                        "login_attempt_count", "0")));
    }

    Reply twoFactorLogin(Reply asked, String code) {
        return keep(post(
                "/api/v1/accounts/two_factor_login/",
                fields(
                        "verification_code",
                        code,
                        "two_factor_identifier",
                        identifier(asked),
                        "username",
                        asked.json().at("/two_factor_info/username").asString(),
                        "trust_this_device",
                        "0",
                        "verification_method",
                        "3")));
    }

    Reply resendSms(Reply asked) {
        return post("/api/v1/accounts/send_two_factor_login_sms/", fields("two_factor_identifier", identifier(asked)));
    }

    Reply challenge(String path, String name, String value) {
        return keep(post("/api/v1" + path, fields(name, value)));
    }

    Reply follow(long id) {
        return post("/api/v1/friendships/create/" + id + "/", fields("user_id", Long.toString(id)));
    }

    Reply unfollow(long id) {
        return post("/api/v1/friendships/destroy/" + id + "/", fields("user_id", Long.toString(id)));
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, Map<String, String> fields) {
        String signed = "SIGNATURE." + JSON.writeValueAsString(fields);
        return postForm(path, Map.of("signed_body", signed));
    }

    Reply postForm(String path, Map<String, String> fields) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Throws when no whole answer comes back. */
    HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .header("User-Agent", "Instagram 428.0.0.47.67 Android (34/14; 480dpi; 1344x2992; Google; Pixel 8 Pro)")
                .header("X-IG-App-ID", "567067343352427")
                .header("X-IG-Device-ID", uuid)
                .header("X-IG-Android-ID", androidId)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String identifier(Reply asked) {
        return asked.json().at("/two_factor_info/two_factor_identifier").asString();
    }

    private Reply keep(Reply reply) {
        reply.response().headers().firstValue("ig-set-authorization").ifPresent(this::authorizedBy);
        return reply;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = exchange(request.build());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String encrypt(String password, Reply keys) {
        var headers = keys.response().headers();
        int keyId = Integer.parseInt(
                headers.firstValue("ig-set-password-encryption-key-id").orElseThrow());
        String pem = new String(
                Base64.getDecoder()
                        .decode(headers.firstValue("ig-set-password-encryption-pub-key")
                                .orElseThrow()),
                StandardCharsets.US_ASCII);
        try {
            return encrypt(password, keyId, pem, Long.toString(System.currentTimeMillis() / 1000));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encrypt(String password, int keyId, String pem, String time) throws GeneralSecurityException {
        var key = new byte[32];
        var iv = new byte[12];
        RANDOM.nextBytes(key);
        RANDOM.nextBytes(iv);
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(
                                Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))));
        byte[] wrapped = rsa.doFinal(key);
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        aes.updateAAD(time.getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = aes.doFinal(password.getBytes(StandardCharsets.UTF_8));
        int textLength = sealed.length - 16;
        byte[] blob = ByteBuffer.allocate(1 + 1 + iv.length + 2 + wrapped.length + sealed.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .put((byte) keyId)
                .put(iv)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(Arrays.copyOfRange(sealed, textLength, sealed.length))
                .put(sealed, 0, textLength)
                .array();
        return "#PWD_INSTAGRAM:4:" + time + ":" + Base64.getEncoder().encodeToString(blob);
    }
}
