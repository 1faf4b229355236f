package dev.parley.sandbox.account;

/**
 * The ids by which an installed app makes itself known; empty where it did not say.
 *
 * @param uuid {@code X-IG-Device-ID}, in bodies {@code guid} or {@code _uuid}
 * @param androidId {@code X-IG-Android-ID}, in bodies {@code device_id}: by it a device is trusted
 * @param phoneId {@code X-IG-Family-Device-ID}, in bodies {@code phone_id}
 */
public record Device(String uuid, String androidId, String phoneId) {
    private static final int ANDROID_ID_LENGTH = 16;

    /** One that nobody has. */
    public static Device madeUp() {
        return derived(Tokens.secret(), "");
    }

    /** The same for the same secret and name. */
    static Device derived(String secret, String name) {
        return new Device(
                Tokens.derivedUuid(secret, name + " uuid"),
                "android-" + Tokens.derivedHex(secret, name + " android", ANDROID_ID_LENGTH),
                Tokens.derivedUuid(secret, name + " phone"));
    }

    /** The advertising id of a device that the sandbox made up; the same for the same device. */
    public String advertisingId() {
        return Tokens.derivedUuid(uuid, "advertising");
    }
}
