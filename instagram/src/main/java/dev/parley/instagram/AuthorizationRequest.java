package dev.parley.instagram;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A wish that the owner of an account agrees to its use, on a page of Instagram's. Store it until the owner comes back; it is worth
 * nothing to anybody else without the app's secret, except that its {@code state} must not become known before.
 *
 * @param redirect where the browser comes back to: exactly an address that is registered with the app
 * @param state unguessable, new for each request; comes back with the browser
 * @param username the account that is meant, where the owner has several; null takes the only one
 * @param identity the account's identity with this driver
 * @param proxy the proxy that all calls of this account go through, or null for none
 * @param afresh whether the owner has to sign in again, even in a browser that is signed in
 */
public record AuthorizationRequest(
        URI redirect,
        String state,
        @Nullable String username,
        DeviceIdentity identity,
        @Nullable URI proxy,
        boolean afresh) {

    private static final int STATE_BYTES = 32;

    public AuthorizationRequest {
        if (state.length() < STATE_BYTES) {
            throw new IllegalArgumentException("the state is too short to be unguessable");
        }
    }

    /** A request with a new state, for any account of the owner. */
    public static AuthorizationRequest to(URI redirect, DeviceIdentity identity, SecureRandom random) {
        byte[] state = new byte[STATE_BYTES];
        random.nextBytes(state);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(state);
        return new AuthorizationRequest(redirect, text, null, identity, null, false);
    }

    /** The same for one account. */
    public AuthorizationRequest forAccount(String wanted) {
        return new AuthorizationRequest(redirect, state, wanted, identity, proxy, afresh);
    }

    /** The same with a state of the caller's, which must be unguessable too. */
    public AuthorizationRequest withState(String ownState) {
        return new AuthorizationRequest(redirect, ownState, username, identity, proxy, afresh);
    }

    /** The same through a proxy. */
    public AuthorizationRequest through(URI fixedProxy) {
        return new AuthorizationRequest(redirect, state, username, identity, fixedProxy, afresh);
    }

    /** All of it as versioned JSON in UTF-8; secret. Equal requests give equal bytes. */
    public byte[] toBytes() {
        return Export.authorization(this);
    }

    /**
     * What {@link #toBytes} exported, in this or an earlier version.
     *
     * @throws IllegalArgumentException if it is anything else; the message quotes nothing of it
     */
    public static AuthorizationRequest fromBytes(byte[] bytes) {
        return Export.authorization(bytes);
    }

    /** Leaves state, identity and proxy out. */
    @Override
    public String toString() {
        return "AuthorizationRequest[redirect=%s, username=%s]".formatted(redirect, username);
    }
}
