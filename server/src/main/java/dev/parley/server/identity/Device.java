package dev.parley.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * With what and from where somebody came.
 *
 * @param agent what the browser or program calls itself, cut short; empty if it says nothing
 */
public record Device(String address, String agent) {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    static Device of(HttpServletRequest request) {
        var agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .map(named -> CONTROL.matcher(named).replaceAll(" ").strip())
                .orElse("");
        return new Device(request.getRemoteAddr(), agent.substring(0, Math.min(agent.length(), LONGEST)));
    }
}
