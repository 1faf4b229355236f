package dev.parley.server.guard;

import dev.parley.server.web.CookieName;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * Where an attempt comes from.
 *
 * @param device what the browser brought along of an earlier sign-in, as it came
 */
public record From(String address, @Nullable String device) {

    /** Whoever has one address of IPv6 has all that begin like it. */
    private static final int OWN_BYTES = 8;

    public static From of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, CookieName.of(KnownDevices.COOKIE, request));
        return new From(request.getRemoteAddr(), cookie == null ? null : value(cookie));
    }

    private static @Nullable String value(Cookie cookie) {
        return cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Or a proxy on it that the settings do not name: then it stands for everybody, and is counted for nobody. */
    public boolean isThisMachine() {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }

    /** The address, or the network that belongs to one customer of IPv6. */
    public String network() {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), OWN_BYTES))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "From[address=" + address + "]";
    }
}
