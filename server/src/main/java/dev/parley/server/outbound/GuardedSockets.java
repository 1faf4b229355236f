package dev.parley.server.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** The last look before anything leaves: whatever an address was written as, here it is the one that is connected to. */
final class GuardedSockets extends SocketFactory {

    private final Networks networks;

    GuardedSockets(Networks networks) {
        this.networks = networks;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(networks);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GuardedSocket extends Socket {

        private final Networks networks;

        GuardedSocket(Networks networks) {
            this.networks = networks;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress wanted) || wanted.getAddress() == null) {
                throw new IOException("Not an address that is known: " + endpoint);
            }
            if (!networks.mayBeCalled(wanted.getAddress())) {
                throw new AddressRefusedException(wanted.getAddress());
            }
            super.connect(endpoint, timeout);
        }
    }
}
