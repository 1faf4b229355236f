package dev.parley.server.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Which addresses may be called: those of the open Internet, and what the settings allow beside them. */
@Component
class Networks {

    /** Of this machine, its network, its provider, or for no single machine at all (RFC 6890 and what follows it). */
    private static final List<IpAddressMatcher> CLOSED_FOUR = matchers(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final IpAddressMatcher OPEN_SIX = new IpAddressMatcher("2000::/3");

    /** Tunnels, in which addresses of version 4 can hide, and examples. */
    private static final List<IpAddressMatcher> CLOSED_SIX =
            matchers("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<IpAddressMatcher> allowed;

    Networks(OutboundSettings settings) {
        this.allowed = matchers(settings.allowedNetworks().stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toArray(String[]::new));
    }

    boolean mayBeCalled(InetAddress address) {
        return isAllowed(address) || isOpen(address);
    }

    /** By name in the settings. */
    boolean isAllowed(InetAddress address) {
        return isIn(allowed, address);
    }

    private static boolean isOpen(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(CLOSED_FOUR, address)
                : OPEN_SIX.matches(written(address)) && !isIn(CLOSED_SIX, address);
    }

    private static boolean isIn(List<IpAddressMatcher> networks, InetAddress address) {
        var written = written(address);
        return networks.stream().anyMatch(network -> network.matches(written));
    }

    /** Without the name of a network card. */
    private static String written(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static List<IpAddressMatcher> matchers(String... networks) {
        return Stream.of(networks).map(IpAddressMatcher::new).toList();
    }
}
