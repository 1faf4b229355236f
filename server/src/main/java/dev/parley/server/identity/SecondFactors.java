package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import java.util.Set;

/** What people have set up beside their password. */
public interface SecondFactors {

    /** Empty for whoever signs in with the password alone. */
    Set<FactorMethod> of(UserId user);

    /** Takes a code, of an authenticator or for recovery: it has worked for the last time. */
    boolean take(UserId user, String code);

    /** For somebody who has lost them all: the password alone is enough again. */
    void removeAll(UserId user);
}
