package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Quote;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looking people up. */
final class People {

    private static final int NOT_FOUND = 404;
    private static final Pattern USERNAME = Pattern.compile("(?!\\.+$)[a-z0-9._]{1,30}");

    private final Line line;

    People(Line line) {
        this.line = line;
    }

    Outcome<Profile> current() {
        return line.ask(AppRequest.get("accounts/current_user/?edit=true"), new ProfileReading());
    }

    Outcome<Profile> named(String username) {
        String name = plain(username);
        if (!USERNAME.matcher(name).matches()) {
            return new Outcome.Refused<>(
                    new Refusal.InvalidTarget("Not an Instagram username; nothing was asked: " + Quote.of(username)));
        }
        Outcome<Profile> found = line.ask(AppRequest.get("users/" + name + "/usernameinfo/"), new ProfileReading());
        return unknown404(found)
                ? new Outcome.Refused<>(new Refusal.UserNotFound("Instagram knows no " + name))
                : found;
    }

    /** Fact: the message varies; what counts is that an answer came, not the bare text of an account being blocked. */
    private static boolean unknown404(Outcome<Profile> found) {
        return found instanceof Outcome.Refused<Profile> refused
                && refused.refusal() instanceof Refusal.Unknown unknown
                && unknown.status() == NOT_FOUND;
    }

    private static String plain(String username) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("@") ? name.substring(1) : name;
    }
}
