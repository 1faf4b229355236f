package dev.parley.server.identity;

import java.util.Collection;
import java.util.stream.Collectors;

/** In what way a person can prove who they are, beside the password. */
public enum FactorMethod {
    TOTP("an authenticator app"),
    RECOVERY_CODE("recovery codes"),
    PASSKEY("a passkey");

    private final String words;

    FactorMethod(String words) {
        this.words = words;
    }

    /** Of several, in one sentence. */
    public static String words(Collection<FactorMethod> methods) {
        return methods.stream().sorted().map(method -> method.words).collect(Collectors.joining(", "));
    }
}
