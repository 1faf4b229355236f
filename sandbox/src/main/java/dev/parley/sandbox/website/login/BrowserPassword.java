package dev.parley.sandbox.website.login;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field {@code enc_password}: {@code #PWD_INSTAGRAM_BROWSER:<version>:<seconds>:<password>}. Version 0 carries the password as it is, which
 * public clients send; the sealed version 10 is not understood here.
 */
final class BrowserPassword {
    private static final Pattern PLAIN = Pattern.compile("#PWD_INSTAGRAM_BROWSER:0:\\d+:(.*)", Pattern.DOTALL);

    private BrowserPassword() {}

    static Optional<String> in(String field) {
        Matcher plain = PLAIN.matcher(field);
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }
}
