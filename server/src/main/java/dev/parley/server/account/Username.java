package dev.parley.server.account;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A username as Instagram writes it: lower case, no @. */
public record Username(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9._]{1,30}");

    static Username of(String typed) {
        return parse(typed)
                .orElseThrow(() -> new BotException(
                        ErrorCode.VALIDATION_FAILED,
                        "This is not a username of Instagram.",
                        Refusal.of(
                                List.of(new Field("username", "at most 30 letters, digits, points and underscores")))));
    }

    /** Empty where it can be none. */
    public static Optional<Username> parse(String typed) {
        var username = typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        return ALLOWED.matcher(username).matches() ? Optional.of(new Username(username)) : Optional.empty();
    }
}
