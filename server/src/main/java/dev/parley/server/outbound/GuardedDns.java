package dev.parley.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** What a name means now, if all that it means may be called: of several addresses nobody can tell which will be taken. */
record GuardedDns(Dns names, Networks networks) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        var found = names.lookup(hostname);
        for (var address : found) {
            if (!networks.mayBeCalled(address)) {
                throw new AddressRefusedException(address);
            }
        }
        return found;
    }
}
