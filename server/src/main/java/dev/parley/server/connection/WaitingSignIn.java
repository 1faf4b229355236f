package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.Verification;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that waits for a person.
 *
 * @param page of Instagram's, where the owner has to agree there; null where a code is wanted
 */
public record WaitingSignIn(
        Account account,
        Verification verification,
        @Nullable URI page) {}
