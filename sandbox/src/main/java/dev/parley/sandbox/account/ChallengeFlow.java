package dev.parley.sandbox.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a challenge asks of somebody who uses the app. */
public enum ChallengeFlow {
    /** Choose, with e-mail as the only way; then a code. */
    EMAIL("select_verify_method"),
    /** Choose, with SMS as the only way; then a code. */
    PHONE("select_verify_method"),
    /** Choose between both; then a code. */
    EMAIL_OR_PHONE("select_verify_method"),
    /** A code that was sent by e-mail without asking. */
    EMAIL_SENT("verify_email"),
    /** A code that was sent by SMS without asking. */
    PHONE_SENT("verify_phone"),
    /** The same under its other name. */
    SMS_SENT("verify_sms"),
    /** A phone number to be given; then a code. */
    SUBMIT_PHONE("submit_phone"),
    /** "Was this you?": whoever says so may sign in again. */
    REVIEW("delta_login_review"),
    /** From here on, only what a person can do in Instagram's own app. */
    SCRAPING_WARNING("scraping_warning"),
    BIRTHDAY("add_birthday"),
    SELFIE("selfie_captcha"),
    CHANGE_PASSWORD("change_password"),
    UFAC("ufac_www_bloks"),
    UNHEARD_OF("step_nobody_has_described"),
    /** A challenge about the challenge, for people without mail and phone. */
    CONTACT_FORM(""),
    /** No step, but a screen that the server draws. */
    BLOKS(""),
    NATIVE(""),
    AUTH_PLATFORM(""),
    SUSPENDED("");

    private final String firstStep;

    ChallengeFlow(String firstStep) {
        this.firstStep = firstStep;
    }

    /** Instagram's name for the first step; empty if there is none. */
    public String firstStep() {
        return firstStep;
    }

    public boolean offersEmail() {
        return this == EMAIL || this == EMAIL_OR_PHONE;
    }

    public boolean offersPhone() {
        return this == PHONE || this == EMAIL_OR_PHONE;
    }

    /** By which way a code goes out as soon as the challenge opens; empty if none does. */
    Optional<String> sentAtOnce() {
        return switch (this) {
            case EMAIL_SENT -> Optional.of(Outbox.EMAIL);
            case PHONE_SENT, SMS_SENT -> Optional.of(Outbox.SMS);
            default -> Optional.empty();
        };
    }

    /** The name in JSON, for example {@code email_or_phone}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flow of this name in JSON; empty if there is none. */
    public static Optional<ChallengeFlow> labelled(String label) {
        return Arrays.stream(values())
                .filter(flow -> flow.label().equals(label))
                .findFirst();
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(ChallengeFlow::label).collect(Collectors.joining(", "));
    }
}
