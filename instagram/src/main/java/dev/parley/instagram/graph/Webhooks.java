package dev.parley.instagram.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of Meta's webhooks, for any web server: give it what came, send back what it says. Thread-safe; does no I/O, never
 * throws for what was sent.
 *
 * <pre>{@code
 * var webhooks = new Webhooks(verifyToken, List.of(instagramAppSecret, metaAppSecret));
 * // GET:  webhooks.handshake(query) → 200 with it as text, or 403 if empty
 * // POST: webhooks.receive(body, request.header("X-Hub-Signature-256"))
 * }</pre>
 *
 * <p>Fact: a delivery may come again, and again in part, in any order: see {@link SeenEvents}.
 */
public final class Webhooks {

    /** The largest body that is read if nothing else is said: Instagram puts up to 1,000 events into one. */
    public static final int DEFAULT_LARGEST = 4 * 1024 * 1024;

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final String verifyToken;
    private final List<String> secrets;
    private final int largest;
    private final WebhookReading reading;

    /**
     * @param verifyToken what was entered beside the address on the app's dashboard
     * @param secrets any of which may sign. Fact: Meta signs with the Meta app's secret, and for Instagram's login by several accounts with
     *     the Instagram app's; old ones belong here too while they are being replaced
     * @throws IllegalArgumentException if one of them is blank, or there is no secret
     */
    public Webhooks(String verifyToken, List<String> secrets) {
        this(verifyToken, secrets, DEFAULT_LARGEST);
    }

    /** @param largest the largest body that is read, in bytes */
    public Webhooks(String verifyToken, List<String> secrets, int largest) {
        if (verifyToken.isBlank() || secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("webhooks need a verify token and the secrets that may sign them");
        }
        this.verifyToken = verifyToken;
        this.secrets = List.copyOf(secrets);
        this.largest = largest;
        this.reading = new WebhookReading(largest);
    }

    /**
     * What to answer when Meta asks whether this address wants webhooks; empty if it was not Meta who asked, or it asked something else.
     *
     * @param query the query parameters, decoded
     */
    public Optional<String> handshake(Map<String, String> query) {
        boolean known = same(verifyToken, query.getOrDefault("hub.verify_token", ""));
        String challenge = query.getOrDefault("hub.challenge", "");
        boolean asked = "subscribe".equals(query.get("hub.mode"))
                && CHALLENGE.matcher(challenge).matches();
        return known && asked ? Optional.of(challenge) : Optional.empty();
    }

    /**
     * @param body exactly the bytes that came
     * @param signature the header {@code X-Hub-Signature-256}; null if there is none
     */
    public WebhookDelivery receive(byte[] body, @Nullable String signature) {
        if (body.length > largest) {
            return new WebhookDelivery.TooLarge();
        }
        if (signature == null || !isSigned(body, signature)) {
            return new WebhookDelivery.NotSigned();
        }
        return reading.read(body);
    }

    /** Tries all secrets in any case, so that the time tells nothing of them. */
    private boolean isSigned(byte[] body, String signature) {
        boolean signed = false;
        for (String secret : secrets) {
            signed |= same("sha256=" + SecretProof.of(secret, body), signature);
        }
        return signed;
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
