package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.identity.Person;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the browser is asked for, in the words of its own interface; the names are the standard's. */
@Component
class PasskeyOptions {

    private static final String PUBLIC_KEY = "public-key";
    private static final int EDDSA = -8;
    private static final int ES256 = -7;
    private static final int RS256 = -257;

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RelyingParty relyingParty;

    PasskeyOptions(Passkeys passkeys, Challenges challenges, RelyingParty relyingParty) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.relyingParty = relyingParty;
    }

    Map<String, Object> forNew(Person person) {
        var challenge = challenges.ask(new Challenges.Asked(Challenges.Purpose.ADD, person.id()));
        return Map.of(
                "rp", Map.of("id", relyingParty.id(), "name", "Parley"),
                "user",
                        Map.of(
                                "id", encode(handle(person.id())),
                                "name", person.username(),
                                "displayName", person.username()),
                "challenge", encode(challenge),
                "pubKeyCredParams",
                        List.of(EDDSA, ES256, RS256).stream()
                                .map(algorithm -> Map.of("type", PUBLIC_KEY, "alg", algorithm))
                                .toList(),
                "excludeCredentials", known(person.id()),
                "attestation", "none",
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
    }

    /** Whoever it is: the authenticator tells, and has verified the person itself. */
    Map<String, Object> forAnybody() {
        var options = asking(new Challenges.Asked(Challenges.Purpose.SIGN_IN, null));
        options.put("userVerification", "required");
        return options;
    }

    /** Somebody who has given the password already. */
    Map<String, Object> forSecondStep(UserId user) {
        var options = asking(new Challenges.Asked(Challenges.Purpose.SECOND_STEP, user));
        options.put("userVerification", "preferred");
        options.put("allowCredentials", known(user));
        return options;
    }

    private Map<String, Object> asking(Challenges.Asked asked) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", encode(challenges.ask(asked)));
        options.put("rpId", relyingParty.id());
        return options;
    }

    private List<Map<String, Object>> known(UserId user) {
        return passkeys.of(user).stream()
                .map(passkey -> Map.<String, Object>of(
                        "type", PUBLIC_KEY,
                        "id", encode(passkey.credentialId()),
                        "transports", passkey.transports()))
                .toList();
    }

    /** Under which an authenticator keeps the person. */
    static byte[] handle(UserId user) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
