package dev.parley.sandbox.account;

import dev.parley.sandbox.world.Person;

/** Somebody who can sign in, with the password {@value #PASSWORD}. */
public record Account(Person person, Protection protection) {
    public static final String PASSWORD = "sandbox-pass";
    /** The authenticator secret of accounts under {@link Protection#TOTP}, base32. */
    public static final String TOTP_SECRET = "JBSWY3DPEHPK3PXP";

    public long id() {
        return person.id();
    }

    public String username() {
        return person.username();
    }

    public String email() {
        return username() + "@example.com";
    }

    public String maskedEmail() {
        return username().charAt(0) + "******@example.com";
    }

    public String maskedPhone() {
        return "+** *** ***%02d".formatted(id() % 100);
    }
}
