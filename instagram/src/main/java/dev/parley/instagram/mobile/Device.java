package dev.parley.instagram.mobile;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.http.HeaderText;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The phone that an account is worked from. Ids are made once; model, app version and locale are constants, the same for every
 * account: nothing is rotated.
 */
record Device(DeviceIdentity identity) {

    private static final int ANDROID_ID_BYTES = 8;

    private static final Map<String, String> MODEL = Map.ofEntries(
            Map.entry("app_version", "428.0.0.47.67"),
            Map.entry("version_code", "961145276"),
            Map.entry("android_version", "34"),
            Map.entry("android_release", "14"),
            Map.entry("dpi", "480dpi"),
            Map.entry("resolution", "1344x2992"),
            Map.entry("manufacturer", "Google"),
            Map.entry("model", "Pixel 8 Pro"),
            Map.entry("device", "husky"),
            Map.entry("cpu", "husky"),
            Map.entry("locale", "en_US"),
            Map.entry("country", "US"),
            Map.entry("country_code", "1"),
            Map.entry("timezone_offset", "-14400"));

    private static final Set<String> IDS = Set.of("uuid", "phone_id", "advertising_id", "android_device_id");

    Device {
        if (!identity.driver().equals(MobileDriver.NAME)) {
            throw new IllegalArgumentException("a device identity of the driver " + identity.driver());
        }
        requireAll(identity, IDS);
        requireAll(identity, MODEL.keySet());
    }

    static Device create(SecureRandom random) {
        Map<String, String> properties = new HashMap<>(MODEL);
        properties.put("uuid", uuid(random));
        properties.put("phone_id", uuid(random));
        properties.put("advertising_id", uuid(random));
        properties.put("android_device_id", androidId(random));
        return new Device(new DeviceIdentity(MobileDriver.NAME, properties));
    }

    static String uuid(SecureRandom random) {
        byte[] bytes = new byte[2 * Long.BYTES];
        random.nextBytes(bytes);
        return version4(ByteBuffer.wrap(bytes)).toString();
    }

    private static UUID version4(ByteBuffer bytes) {
        long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
        long low = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    private static String androidId(SecureRandom random) {
        byte[] bytes = new byte[ANDROID_ID_BYTES];
        random.nextBytes(bytes);
        return "android-" + HexFormat.of().formatHex(bytes);
    }

    private static void requireAll(DeviceIdentity identity, Set<String> names) {
        for (String name : names) {
            String value = identity.properties().get(name);
            if (value == null || value.isBlank() || !HeaderText.isSendable(value)) {
                throw new IllegalArgumentException("the device identity lacks a usable " + name);
            }
        }
    }

    String uuid() {
        return property("uuid");
    }

    String phoneId() {
        return property("phone_id");
    }

    String advertisingId() {
        return property("advertising_id");
    }

    String androidId() {
        return property("android_device_id");
    }

    String countryCode() {
        return property("country_code");
    }

    String country() {
        return property("country");
    }

    String locale() {
        return property("locale");
    }

    String timezoneOffset() {
        return property("timezone_offset");
    }

    String userAgent() {
        return "Instagram %s Android (%s/%s; %s; %s; %s; %s; %s; %s; %s; %s)"
                .formatted(
                        property("app_version"),
                        property("android_version"),
                        property("android_release"),
                        property("dpi"),
                        property("resolution"),
                        property("manufacturer"),
                        property("model"),
                        property("device"),
                        property("cpu"),
                        property("locale"),
                        property("version_code"));
    }

    private String property(String name) {
        return Objects.requireNonNull(identity.properties().get(name), name);
    }
}
