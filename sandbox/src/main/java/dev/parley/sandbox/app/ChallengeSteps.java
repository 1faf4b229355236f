package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a challenge as Instagram describes them. */
final class ChallengeSteps {
    private static final String BY_EMAIL = "1";
    private static final String BY_SMS = "0";
    private static final int RESEND_DELAY_SECONDS = 60;

    private ChallengeSteps() {}

    static Answer present(Challenge challenge) {
        return challenge.codeSent() ? Answer.ok(typeCode(challenge)) : first(challenge);
    }

    static Answer first(Challenge challenge) {
        return switch (challenge.flow()) {
            case EMAIL, PHONE, EMAIL_OR_PHONE -> Answer.ok(step(challenge, choice(challenge)));
            case EMAIL_SENT, PHONE_SENT, SMS_SENT -> Answer.ok(typeCode(challenge));
            case SUBMIT_PHONE ->
                Answer.ok(step(challenge, Json.object("phone_number", "None", "show_whatsapp_checkbox", false)));
            case REVIEW ->
                Answer.ok(step(
                        challenge,
                        Json.object("choice", BY_SMS, "city", "Izmir", "country", "Turkey", "platform", "Android")));
            case BLOKS ->
                Answer.ok(Json.object("bloks_action", "com.bloks.www.ig.challenge.redirect.async", "status", "ok"));
            case CONTACT_FORM -> ChallengeRefusals.required(challenge);
            case SCRAPING_WARNING,
                    BIRTHDAY,
                    SELFIE,
                    CHANGE_PASSWORD,
                    UFAC,
                    UNHEARD_OF,
                    NATIVE,
                    AUTH_PLATFORM,
                    SUSPENDED -> Answer.ok(step(challenge, Json.object()));
        };
    }

    static Map<String, @Nullable Object> typeCode(Challenge challenge) {
        boolean sms = challenge.bySms();
        String name = challenge.flow().firstStep();
        return step(
                challenge,
                name.startsWith("verify_") ? name : sms ? "verify_phone" : "verify_email",
                Json.object(
                        "security_code",
                        "None",
                        "resend_delay",
                        RESEND_DELAY_SECONDS,
                        "contact_point",
                        sms
                                ? challenge.account().maskedPhone()
                                : challenge.account().maskedEmail(),
                        "form_type",
                        sms ? "phone_number" : "email"));
    }

    private static Map<String, @Nullable Object> choice(Challenge challenge) {
        Map<String, @Nullable Object> data =
                Json.object("choice", challenge.flow().offersEmail() ? BY_EMAIL : BY_SMS);
        if (challenge.flow().offersEmail()) {
            data.put("email", challenge.account().maskedEmail());
        }
        if (challenge.flow().offersPhone()) {
            data.put("phone_number", challenge.account().maskedPhone());
        }
        return data;
    }

    private static Map<String, @Nullable Object> step(Challenge challenge, Map<String, ?> data) {
        return step(challenge, challenge.flow().firstStep(), data);
    }

    private static Map<String, @Nullable Object> step(Challenge challenge, String name, Map<String, ?> data) {
        return Json.object(
                "step_name",
                name,
                "step_data",
                data,
                "user_id",
                challenge.account().id(),
                "nonce_code",
                challenge.nonce(),
                "status",
                "ok");
    }
}
