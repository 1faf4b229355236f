package dev.parley.sandbox.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A signed-in app.
 *
 * @param sessionId value of the cookie {@code sessionid}; starts with the account's id, colons percent-encoded as Instagram has them
 * @param authorization value of the header {@code Authorization}
 * @param rur value of {@code ig-set-ig-u-rur}
 * @param claim value of {@code x-ig-set-www-claim}
 */
public record Session(
        Account account,
        Device device,
        String sessionId,
        String authorization,
        String csrfToken,
        String mid,
        String rur,
        String claim) {
    private static final String BEARER = "Bearer IGT:2:";
    private static final int KEY_LENGTH = 14;
    private static final int SIGNATURE_LENGTH = 28;
    private static final int CSRF_LENGTH = 32;
    private static final int MID_LENGTH = 28;

    static Session of(Account account, Device device, String sessionId, String mid) {
        String userId = Long.toString(account.id());
        return new Session(
                account,
                device,
                sessionId,
                authorization(userId, sessionId),
                Tokens.derived(sessionId, "csrf", CSRF_LENGTH),
                mid,
                "RVA," + userId + "," + Tokens.derivedHex(sessionId, "rur", CSRF_LENGTH),
                "hmac." + Tokens.derived(sessionId, "claim", CSRF_LENGTH));
    }

    /** The session of an account that was made signed in: the same at every start. */
    public static Session derived(Account account, String secret) {
        String name = account.username();
        Device device = Device.derived(secret, name);
        String sessionId = sessionId(
                account,
                Tokens.derived(secret, name + " key", KEY_LENGTH),
                Tokens.derived(secret, name + " signature", SIGNATURE_LENGTH));
        return of(account, device, sessionId, mid(device));
    }

    static String newSessionId(Account account) {
        return sessionId(account, Tokens.random(KEY_LENGTH), Tokens.random(SIGNATURE_LENGTH));
    }

    /** The machine id that a device is given. */
    public static String mid(Device device) {
        return Tokens.derived(device.uuid(), device.androidId() + " mid", MID_LENGTH);
    }

    private static String sessionId(Account account, String key, String signature) {
        return account.id() + "%3A" + key + "%3A7%3A" + signature;
    }

    private static String authorization(String userId, String sessionId) {
        String json = "{\"ds_user_id\":\"%s\",\"sessionid\":\"%s\"}".formatted(userId, sessionId);
        return BEARER + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
