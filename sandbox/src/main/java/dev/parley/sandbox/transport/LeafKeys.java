package dev.parley.sandbox.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** Shows each client a certificate for the host that it asks for, made when it is first asked for; {@code localhost} for all others. */
final class LeafKeys extends X509ExtendedKeyManager {
    private static final String THIS_MACHINE = "localhost";
    private static final String KEY_TYPE = "EC";

    private final CertificateAuthority authority;
    private final Map<String, HeldCertificate> leaves = new ConcurrentHashMap<>();

    private LeafKeys(CertificateAuthority authority) {
        this.authority = authority;
    }

    static SSLContext context(CertificateAuthority authority) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new LeafKeys(authority)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return socket instanceof SSLSocket secured ? alias(keyType, secured.getHandshakeSession()) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(keyType, engine.getHandshakeSession());
    }

    @Override
    public X509Certificate[] getCertificateChain(String host) {
        return new X509Certificate[] {leaf(host).certificate(), authority.own().certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String host) {
        return leaf(host).keyPair().getPrivate();
    }

    private static @Nullable String alias(String keyType, @Nullable SSLSession session) {
        if (!keyType.equals(KEY_TYPE)) {
            return null;
        }
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host && InstagramHosts.isPlayed(host.getAsciiName())) {
                    return host.getAsciiName();
                }
            }
        }
        return THIS_MACHINE;
    }

    private HeldCertificate leaf(String host) {
        return leaves.computeIfAbsent(host, authority::sign);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
