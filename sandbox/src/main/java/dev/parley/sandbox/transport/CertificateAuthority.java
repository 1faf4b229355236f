package dev.parley.sandbox.transport;

import dev.parley.sandbox.journal.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Signs certificates for Instagram's hosts, which clients believe if they are told to trust it. Made anew for each sandbox, or once for
 * each data folder: {@code ca.pem} there is to be trusted, {@code ca-key.pem} is for nobody else.
 */
public final class CertificateAuthority {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca-key.pem";
    private static final long DAYS = 3_650;

    private final HeldCertificate own;

    private CertificateAuthority(HeldCertificate own) {
        this.own = own;
    }

    public static CertificateAuthority of(@Nullable Path folder) {
        try {
            return new CertificateAuthority(folder == null ? make() : kept(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the certificate authority in " + folder, e);
        }
    }

    /** The certificate that clients have to trust, as PEM. */
    public String pem() {
        return own.certificatePem();
    }

    HeldCertificate own() {
        return own;
    }

    /** A certificate for one name, besides those of this machine. */
    HeldCertificate sign(String host) {
        return new HeldCertificate.Builder()
                .signedBy(own)
                .commonName(host)
                .addSubjectAlternativeName(host)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .duration(DAYS, TimeUnit.DAYS)
                .build();
    }

    private static HeldCertificate make() {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Sandbox: a fake Instagram")
                .organizationalUnit("not Instagram's")
                .duration(DAYS, TimeUnit.DAYS)
                .build();
    }

    private static HeldCertificate kept(Path folder) throws IOException {
        Path certificate = folder.resolve(CERTIFICATE);
        Path key = folder.resolve(KEY);
        if (Files.exists(certificate) && Files.exists(key)) {
            return HeldCertificate.decode(Files.readString(certificate) + Files.readString(key));
        }
        HeldCertificate made = make();
        Files.writeString(PrivateFile.at(key), made.privateKeyPkcs8Pem());
        Files.writeString(PrivateFile.at(certificate), made.certificatePem());
        return made;
    }
}
