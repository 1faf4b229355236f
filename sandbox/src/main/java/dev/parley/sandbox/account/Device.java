package dev.parley.sandbox.account;

import java.util.UUID;

/**
 * The ids by which an installed app makes itself known; empty where it did not say.
 *
 * @param uuid {@code X-IG-Device-ID}, in bodies {@code guid} or {@code _uuid}
 * @param androidId {@code X-IG-Android-ID}, in bodies {@code device_id}: by it a device is trusted
 * @param phoneId {@code X-IG-Family-Device-ID}, in bodies {@code phone_id}
 */
public record Device(String uuid, String androidId, String phoneId) {
    static final int ANDROID_ID_LENGTH = 16;

    /** One that nobody has. */
    public static Device madeUp() {
        String secret = UUID.randomUUID().toString();
        return new Device(
                UUID.randomUUID().toString(),
                "android-" + Tokens.derivedHex(secret, "android", ANDROID_ID_LENGTH),
                UUID.randomUUID().toString());
    }

    /** The advertising id of a device that the sandbox made up; the same for the same device. */
    public String advertisingId() {
        return Tokens.derivedUuid(uuid, "advertising");
    }
}
