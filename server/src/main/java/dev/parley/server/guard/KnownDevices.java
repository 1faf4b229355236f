package dev.parley.server.guard;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.Vault;
import dev.parley.server.web.CookieName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The browsers in which somebody has signed in before, by a sealed cookie. It opens nothing: attempts from there are only counted apart, so that
 * nobody elsewhere can keep the person out.
 */
@Component
public class KnownDevices {

    static final String COOKIE = "parley-device";
    private static final UUID INSTANCE = new UUID(0, 0);
    private static final String BETWEEN = " ";

    private final Vault vault;
    private final Clock clock;
    private final GuardSettings settings;

    KnownDevices(Vault vault, Clock clock, GuardSettings settings) {
        this.vault = vault;
        this.clock = clock;
        this.settings = settings;
    }

    /** The person's own device that the attempt comes from, or null. */
    public @Nullable String device(UserId user, From from) {
        if (from.device() == null) {
            return null;
        }
        try {
            var sealed = Base64.getUrlDecoder().decode(from.device());
            var parts = new String(vault.open(place(user), sealed), StandardCharsets.UTF_8).split(BETWEEN, 2);
            return Instant.parse(parts[1]).isAfter(clock.instant()) ? parts[0] : null;
        } catch (BotException | IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }

    public void remember(UserId user, HttpServletRequest request, HttpServletResponse response) {
        var known = device(user, From.of(request));
        var device = known == null ? Uuids.timeOrdered().toString() : known;
        var text = device + BETWEEN + clock.instant().plus(settings.deviceLifetime());
        var sealed = vault.seal(place(user), text.getBytes(StandardCharsets.UTF_8));
        var cookie = ResponseCookie.from(
                        CookieName.of(COOKIE, request),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .path("/")
                .maxAge(settings.deviceLifetime())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static Place place(UserId user) {
        return new Place(INSTANCE, "known_devices", "cookie", user.value());
    }
}
