package dev.parley.sandbox.transport;

import io.helidon.common.tls.Tls;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** HTTPS at a port of its own, and a proxy that leads to it. */
public final class SecureDoors implements AutoCloseable {
    /** The name of the web server's TLS listener. */
    public static final String LISTENER = "https";

    private final CertificateAuthority authority;
    private @Nullable ConnectProxy proxy;

    public SecureDoors(@Nullable Path folder) {
        authority = CertificateAuthority.of(folder);
    }

    /** What the TLS listener shows. */
    public Tls tls() {
        return Tls.builder().sslContext(LeafKeys.context(authority)).build();
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** Once the TLS listener has its port. */
    public void openProxy(String host, int port, int tlsPort) {
        proxy = ConnectProxy.start(host, port, tlsPort);
    }

    public int proxyPort() {
        ConnectProxy started = proxy;
        if (started == null) {
            throw new IllegalStateException("the proxy has not been started");
        }
        return started.port();
    }

    @Override
    public void close() {
        ConnectProxy started = proxy;
        if (started != null) {
            started.close();
        }
    }
}
