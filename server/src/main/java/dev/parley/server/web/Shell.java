package dev.parley.server.web;

import dev.parley.server.core.Installation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What frames every page.
 *
 * @param person who is signed in, or null
 * @param demo where the demo's Instagram shows itself; null at the real one
 * @param path of the page
 * @param now the time that relative times start from
 * @param csrf the proof of origin for the page's forms
 * @param reminders what an administrator still has to do
 * @param overheard whether others on the network can read what comes and goes: it is not encrypted, and leaves this machine
 * @param unread how many conversations nobody has read, where the person is in a workspace; null where that does not matter
 * @param stay which workspaces the person could be in, and what they may do in the one that they are in
 */
public record Shell(
        @Nullable String person,
        boolean admin,
        @Nullable URI demo,
        String path,
        Instant now,
        String csrf,
        boolean overheard,
        @Nullable Integer unread,
        Stay stay,
        List<Reminder> reminders) {

    /** A workspace in the list to choose from. */
    public record Place(String id, String name, boolean here) {}

    /** Empty for strangers. */
    public record Stay(List<Place> places, Set<Right> rights) {

        static final Stay NOWHERE = new Stay(List.of(), Set.of());
    }

    /** @param label of the link to the page where it is done, or told more about */
    public record Reminder(String text, String path, String label) {}

    private record Reminders(List<Reminder> all) {}

    private static final GrantedAuthority ADMIN = new SimpleGrantedAuthority("ROLE_ADMIN");
    private static final String DEMO = Shell.class.getName() + ".demo";
    private static final String NOW = Shell.class.getName() + ".now";
    private static final String STAY = Shell.class.getName() + ".stay";
    private static final String UNREAD = Shell.class.getName() + ".unread";
    private static final String REMINDERS = Shell.class.getName() + ".reminders";

    static void prepare(HttpServletRequest request, Installation installation, Instant now) {
        request.setAttribute(NOW, now);
        if (installation.isSandbox()) {
            request.setAttribute(DEMO, installation.sandboxUrl());
        }
    }

    public static void put(HttpServletRequest request, Stay stay) {
        request.setAttribute(STAY, stay);
    }

    public static void unread(HttpServletRequest request, int conversations) {
        request.setAttribute(UNREAD, conversations);
    }

    public static void remind(HttpServletRequest request, List<Reminder> reminders) {
        request.setAttribute(REMINDERS, new Reminders(List.copyOf(reminders)));
    }

    /** Called before anything is written, because the proof of origin comes with a cookie. */
    public static Shell current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return of(attributes.getRequest());
        }
        throw new IllegalStateException("A page needs a request");
    }

    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** The id of the workspace that the person is in. */
    public Optional<String> here() {
        return stay.places().stream().filter(Place::here).map(Place::id).findFirst();
    }

    public boolean may(Right right) {
        return stay.rights().contains(right);
    }

    private static Shell of(HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return new Shell(
                who == null || who instanceof AnonymousAuthenticationToken ? null : who.getName(),
                who != null && who.getAuthorities().contains(ADMIN),
                request.getAttribute(DEMO) instanceof URI demo ? demo : null,
                request.getRequestURI(),
                request.getAttribute(NOW) instanceof Instant now ? now : Instant.EPOCH,
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "",
                !request.isSecure() && !isThisMachine(request.getRemoteAddr()),
                request.getAttribute(UNREAD) instanceof Integer unread ? unread : null,
                request.getAttribute(STAY) instanceof Stay stay ? stay : Stay.NOWHERE,
                request.getAttribute(REMINDERS) instanceof Reminders reminders ? reminders.all() : List.of());
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
