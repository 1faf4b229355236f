package dev.parley.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Nobody here may have this address called. */
final class AddressRefusedException extends UnknownHostException {

    private final String address;

    AddressRefusedException(InetAddress address) {
        super(address.getHostAddress() + " is not open to everybody");
        this.address = address.getHostAddress();
    }

    String address() {
        return address;
    }
}
