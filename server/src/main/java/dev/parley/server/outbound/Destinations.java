package dev.parley.server.outbound;

import dev.parley.server.web.Wrong;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;

/** Reads an address that somebody wants to have called, and refuses what may not be. */
@Component
public class Destinations {

    private static final int LONGEST = 2_000;
    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);
    private static final int FIRST_FREE_PORT = 1024;

    /** What some read as octal and others do not, nobody can judge. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(^|\\.)(\\d+|0[xX][0-9a-fA-F]*)\\.?$");

    private static final Pattern PLAIN = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    private final Networks networks;
    private final Dns names;

    Destinations(Networks networks, Dns names) {
        this.networks = networks;
        this.names = new GuardedDns(names, networks);
    }

    /**
     * In the form in which it is called; not inside a transaction, for names are looked up.
     *
     * @param field to be named where it is refused
     */
    public URI demand(String field, String typed) {
        var url = HttpUrl.parse(typed.strip());
        if (url == null || typed.length() > LONGEST) {
            throw Wrong.refusal(field, "is no address that begins with https:// and a name");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw Wrong.refusal(field, "may hold no name and no password before the host");
        }
        if (!USUAL_PORTS.contains(url.port()) && url.port() < FIRST_FREE_PORT) {
            throw Wrong.refusal(field, "may have the port 80, 443, or one from 1024 on");
        }
        if (NUMBER_AT_THE_END.matcher(url.host()).find()
                && !PLAIN.matcher(url.host()).matches()) {
            throw Wrong.refusal(field, "must have an address of four plain numbers, or a name");
        }
        var addresses = addresses(field, url.host());
        if (!url.isHttps() && !addresses.stream().allMatch(networks::isAllowed)) {
            throw Wrong.refusal(field, "must begin with https://");
        }
        return url.newBuilder().fragment(null).build().uri();
    }

    private List<InetAddress> addresses(String field, String host) {
        try {
            return names.lookup(host);
        } catch (AddressRefusedException closed) {
            throw Wrong.refusal(
                    field,
                    "leads to %s, which is not open to everybody; an administrator can allow it"
                            .formatted(closed.address()));
        } catch (UnknownHostException unknown) {
            throw Wrong.refusal(field, "names a host that is not known");
        }
    }
}
