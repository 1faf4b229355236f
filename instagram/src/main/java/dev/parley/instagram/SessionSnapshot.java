package dev.parley.instagram;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to speak for a signed-in account again, in any process, without a new sign-in. Secret.
 *
 * @param driver the name of the driver that made it
 * @param account who is signed in
 * @param identity the device that signed in; a session is never used from another one
 * @param proxy the proxy that the sign-in went through; a session is never used without it
 * @param state the driver's own tokens and cookies; opaque to everybody else
 */
public record SessionSnapshot(
        String driver,
        PersonId account,
        String username,
        DeviceIdentity identity,
        @Nullable URI proxy,
        String state) {

    /** The same session after answers that changed its tokens. */
    public SessionSnapshot withState(String changed) {
        return new SessionSnapshot(driver, account, username, identity, proxy, changed);
    }

    /** All of it as versioned JSON in UTF-8; secret. Equal sessions give equal bytes. */
    public byte[] toBytes() {
        return Export.session(this);
    }

    /**
     * What {@link #toBytes} exported, in this or an earlier version.
     *
     * @throws IllegalArgumentException if it is anything else; the message quotes nothing of it
     */
    public static SessionSnapshot fromBytes(byte[] bytes) {
        return Export.session(bytes);
    }

    /** Leaves identity, proxy and state out. */
    @Override
    public String toString() {
        return "SessionSnapshot[driver=%s, account=%s, username=%s]".formatted(driver, account.value(), username);
    }
}
