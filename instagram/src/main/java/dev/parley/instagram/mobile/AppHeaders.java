package dev.parley.instagram.mobile;

import dev.parley.instagram.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the app's requests. Fact: names and constants as public clients send them; what those clients invent (measured
 * bandwidth, salts, routing hints) is sent as unmeasured or not at all.
 */
record AppHeaders(Headers ofDevice, @Nullable PersonId account) {

    private static final String NOBODY = "0";
    private static final int MILLI_DECIMALS = 3;

    static AppHeaders of(Device device, @Nullable PersonId account) {
        return new AppHeaders(ofDevice(device), account);
    }

    private static Headers ofDevice(Device device) {
        String locale = device.locale();
        return new Headers.Builder()
                .add("User-Agent", device.userAgent())
                .add("X-IG-App-ID", "567067343352427")
                .add("X-IG-Capabilities", "3brTv10=")
                .add("X-IG-Connection-Type", "WIFI")
                .add("X-IG-Device-ID", device.uuid())
                .add("X-IG-Family-Device-ID", device.phoneId())
                .add("X-IG-Android-ID", device.androidId())
                .add("X-IG-App-Locale", locale)
                .add("X-IG-Device-Locale", locale)
                .add("X-IG-Mapped-Locale", locale)
                .add("X-IG-App-Startup-Country", device.country())
                .add("X-IG-Timezone-Offset", device.timezoneOffset())
                .add("X-IG-Bandwidth-Speed-KBPS", "-1.000")
                .add("X-IG-Bandwidth-TotalBytes-B", "0")
                .add("X-IG-Bandwidth-TotalTime-MS", "0")
                .add("Accept-Language", locale.replace('_', '-'))
                .add("Priority", "u=3")
                .add("X-Tigon-Is-Retry", "False")
                .add("X-FB-Client-IP", "True")
                .add("X-FB-Server-Cluster", "True")
                .build();
    }

    Headers at(Instant now, SessionState state) {
        Headers.Builder headers = ofDevice.newBuilder()
                .add("X-Pigeon-Session-Id", state.pigeon())
                .add("X-Pigeon-Rawclienttime", seconds(now))
                .add("X-IG-WWW-Claim", state.claim())
                .add("IG-INTENDED-USER-ID", account == null ? NOBODY : account.value());
        if (account != null) {
            headers.add("IG-U-DS-USER-ID", account.value());
        }
        addIfKnown(headers, "X-MID", state.mid());
        addIfKnown(headers, "Authorization", state.authorization());
        state.routing().forEach(headers::add);
        if (!state.cookies().isEmpty()) {
            headers.add("Cookie", state.cookieHeader());
        }
        return headers.build();
    }

    private static void addIfKnown(Headers.Builder headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }

    /** Seconds with three decimals. */
    private static String seconds(Instant now) {
        return BigDecimal.valueOf(now.toEpochMilli(), MILLI_DECIMALS).toPlainString();
    }
}
