package dev.parley.instagram;

import java.util.Map;

/**
 * The one device that an account is worked from: made once, stored with the account, never changed.
 *
 * @param driver the driver that made it
 * @param properties what that driver says of the device; names are the driver's
 */
public record DeviceIdentity(String driver, Map<String, String> properties) {

    public DeviceIdentity {
        properties = Map.copyOf(properties);
    }
}
