package dev.parley.server.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.PublicAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** We, as authenticators see us: the address that the settings name, never the one that a request claims. */
@Component
class RelyingParty {

    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final PublicAddress address;

    RelyingParty(PublicAddress address) {
        this.address = address;
    }

    /** The name that a passkey is bound to. */
    String id() {
        return address.of("/").getHost();
    }

    private Origin origin() {
        var here = address.of("/");
        return Origin.create(here.getScheme() + "://" + here.getAuthority());
    }

    /** Where passkeys work. */
    URI place() {
        return address.of("/");
    }

    RegistrationData readNew(String response) {
        return readable(() -> webauthn.parseRegistrationResponseJSON(response));
    }

    AuthenticationData read(String response) {
        return readable(() -> webauthn.parseAuthenticationResponseJSON(response));
    }

    static byte[] challenge(@Nullable CollectedClientData client) {
        if (client == null) {
            throw refused();
        }
        return client.getChallenge().getValue();
    }

    /** The new key's own half of a {@link Passkey}. */
    record New(byte[] credentialId, byte[] credential, long signCount, List<String> transports) {}

    New verify(RegistrationData data, byte[] challenge) {
        return understood(() -> {
            var told = webauthn.verify(data, new RegistrationParameters(server(challenge), null, true, true));
            var authenticator =
                    Objects.requireNonNull(told.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            var transports = told.getTransports() == null ? Set.<AuthenticatorTransport>of() : told.getTransports();
            return new New(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    authenticator.getSignCount(),
                    transports.stream().map(AuthenticatorTransport::getValue).toList());
        });
    }

    /** Returns how often the key has signed by now. */
    long verify(AuthenticationData data, byte[] challenge, Passkey passkey, boolean verifiedPerson) {
        return understood(() -> {
            var parameters = new AuthenticationParameters(
                    server(challenge), record(passkey), List.of(passkey.credentialId()), verifiedPerson, true);
            var told = webauthn.verify(data, parameters);
            return Objects.requireNonNull(told.getAuthenticatorData()).getSignCount();
        });
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.signCount(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(origin())
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /** Anybody may send anything; what is none of it, the reader says in many ways. */
    private static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException unreadable) {
            LOG.debug("A passkey's answer cannot be read", unreadable);
            throw refused();
        }
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataConversionException | VerificationException refused) {
            LOG.debug("A passkey was refused", refused);
            throw refused();
        }
    }

    static BotException refused() {
        return new BotException(ErrorCode.PASSKEY_REFUSED, ErrorCode.PASSKEY_REFUSED.description());
    }
}
