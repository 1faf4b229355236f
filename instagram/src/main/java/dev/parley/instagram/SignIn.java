package dev.parley.instagram;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wish to sign in.
 *
 * @param username without a leading @
 * @param identity the account's one device identity
 * @param proxy {@code http://user:password@host:port} that all calls of this account go through, or null for none
 */
public record SignIn(
        String username,
        String password,
        DeviceIdentity identity,
        @Nullable URI proxy) {

    public SignIn {
        Objects.requireNonNull(identity, "identity");
        if (username.isBlank()) {
            throw new IllegalArgumentException("username is blank");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("password is empty");
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SignIn[username=" + username + "]";
    }
}
