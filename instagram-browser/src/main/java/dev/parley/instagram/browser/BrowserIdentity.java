package dev.parley.instagram.browser;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.browser.chromium.Guise;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browser that an account is worked from: its language and the size of its window, the same for all accounts. Everything else is what
 * Chromium is; nothing is rotated or made up.
 */
record BrowserIdentity(String locale, int width, int height) {

    private static final int SMALLEST = 320;
    private static final int LARGEST = 4096;

    /** English, in which the site's words are known. */
    static final BrowserIdentity USUAL = new BrowserIdentity("en-US", 1280, 900);

    BrowserIdentity {
        if (!locale.equals("en-US") || !fits(width) || !fits(height)) {
            throw new IllegalArgumentException("the device identity lacks a usable locale, width or height");
        }
    }

    private static boolean fits(int size) {
        return size >= SMALLEST && size <= LARGEST;
    }

    /** @throws IllegalArgumentException if it is another driver's, or incomplete */
    static BrowserIdentity of(DeviceIdentity identity) {
        if (!identity.driver().equals(BrowserDriver.NAME)) {
            throw new IllegalArgumentException("a device identity of the driver " + identity.driver());
        }
        Map<String, String> properties = identity.properties();
        return new BrowserIdentity(
                properties.getOrDefault("locale", ""), number(properties, "width"), number(properties, "height"));
    }

    private static int number(Map<String, String> properties, String name) {
        String text = properties.getOrDefault(name, "");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    DeviceIdentity identity() {
        return new DeviceIdentity(
                BrowserDriver.NAME,
                Map.of("locale", locale, "width", Integer.toString(width), "height", Integer.toString(height)));
    }

    Guise through(@Nullable URI proxy) {
        return new Guise(locale, width, height, proxy);
    }
}
