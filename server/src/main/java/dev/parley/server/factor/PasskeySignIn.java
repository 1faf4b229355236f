package dev.parley.server.factor;

import com.webauthn4j.data.AuthenticationData;
import dev.parley.server.core.UserId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody proves who they are by signing what we asked for. */
@Component
class PasskeySignIn {

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RelyingParty relyingParty;

    PasskeySignIn(Passkeys passkeys, Challenges challenges, RelyingParty relyingParty) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.relyingParty = relyingParty;
    }

    /** @param afterPassword whether this was the second step */
    record Proven(UserId user, boolean afterPassword) {}

    /** @param waiting whose password was right just before, as far as anybody's was */
    Proven check(String response, @Nullable UserId waiting) {
        var data = relyingParty.read(response);
        var challenge = RelyingParty.challenge(data.getCollectedClientData());
        var asked = challenges.take(challenge).orElseThrow(RelyingParty::refused);
        var passkey = Optional.ofNullable(data.getCredentialId())
                .flatMap(passkeys::find)
                .orElseThrow(RelyingParty::refused);
        var afterPassword = asked.purpose() == Challenges.Purpose.SECOND_STEP;
        if (!mayAnswer(asked, passkey, waiting) || !isOf(passkey, data)) {
            throw RelyingParty.refused();
        }
        var signCount = relyingParty.verify(data, challenge, passkey, !afterPassword);
        if (!passkeys.used(passkey, signCount)) {
            throw RelyingParty.refused();
        }
        return new Proven(passkey.user(), afterPassword);
    }

    private static boolean mayAnswer(Challenges.Asked asked, Passkey passkey, @Nullable UserId waiting) {
        return switch (asked.purpose()) {
            case ADD -> false;
            case SIGN_IN -> true;
            case SECOND_STEP ->
                passkey.user().equals(asked.user()) && passkey.user().equals(waiting);
        };
    }

    private static boolean isOf(Passkey passkey, AuthenticationData data) {
        var handle = data.getUserHandle();
        return handle == null || handle.length == 0 || Arrays.equals(handle, PasskeyOptions.handle(passkey.user()));
    }
}
