package dev.parley.instagram.mobile;

import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** What the answers of all steps of signing in may hold. */
record SignInReply(
        @Nullable Profile account,
        @Nullable TwoFactorInfo twoFactor,
        @Nullable ChallengeStep challengeStep) {

    static Reading<SignInReply> reading() {
        return new Reading<>() {

            private final ChallengeStep.Draft challenge = new ChallengeStep.Draft();
            private @Nullable Profile account;
            private @Nullable TwoFactorInfo twoFactor;

            @Override
            public void field(String name, JsonParser json) {
                switch (name) {
                    case "logged_in_user" -> account = ProfileDraft.read(json);
                    case "two_factor_info" -> twoFactor = TwoFactorInfo.read(json);
                    default -> challenge.field(name, json);
                }
            }

            @Override
            public SignInReply result() {
                return new SignInReply(account, twoFactor, challenge.step());
            }
        };
    }
}
