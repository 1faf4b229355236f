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

    /** All of it as versioned JSON in UTF-8. Equal identities give equal bytes. */
    public byte[] toBytes() {
        return Export.identity(this);
    }

    /**
     * What {@link #toBytes} exported, in this or an earlier version.
     *
     * @throws IllegalArgumentException if it is anything else; the message quotes nothing of it
     */
    public static DeviceIdentity fromBytes(byte[] bytes) {
        return Export.identity(bytes);
    }

    /** Leaves the properties out. */
    @Override
    public String toString() {
        return "DeviceIdentity[driver=" + driver + "]";
    }
}
