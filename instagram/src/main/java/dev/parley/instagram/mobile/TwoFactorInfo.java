package dev.parley.instagram.mobile;

import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Json;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The second factor that Instagram asks for. */
record TwoFactorInfo(
        String identifier,
        boolean totp,
        boolean sms,
        @Nullable String phone) {

    /** Null if it names nothing to go on with. */
    static @Nullable TwoFactorInfo read(JsonParser json) {
        Draft draft = new Draft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.identifier == null
                ? null
                : new TwoFactorInfo(draft.identifier, draft.totp, draft.sms, draft.phone);
    }

    /** Fact: with an authenticator app no message is sent unasked; with SMS alone the code is under way already. */
    VerificationMethod method() {
        return sms && !totp ? VerificationMethod.SMS : VerificationMethod.TOTP;
    }

    Set<VerificationMethod> methods() {
        Set<VerificationMethod> methods = EnumSet.of(method(), VerificationMethod.BACKUP_CODE);
        if (sms) {
            methods.add(VerificationMethod.SMS);
        }
        return methods;
    }

    private static final class Draft {

        private @Nullable String identifier;
        private boolean totp;
        private boolean sms;
        private @Nullable String phone;

        void field(String name, JsonParser json) {
            switch (name) {
                case "two_factor_identifier" -> identifier = Json.text(json);
                case "obfuscated_phone_number" -> phone = Json.text(json);
                case "totp_two_factor_on" -> totp = Json.flag(json);
                case "sms_two_factor_on" -> sms = Json.flag(json);
                default -> json.skipChildren();
            }
        }
    }
}
