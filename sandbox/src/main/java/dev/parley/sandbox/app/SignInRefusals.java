package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.SecondFactor;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Instagram says no, or asks for more, while somebody signs in. */
final class SignInRefusals {
    private static final int BAD_REQUEST = 400;
    private static final int MOST_SMS = 2;
    private static final int SMS_DELAY_SECONDS = 60;

    private SignInRefusals() {}

    static Answer badPassword(String username) {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "The password you entered is incorrect. Please try again.",
                "invalid_credentials",
                true,
                "error_title",
                "Incorrect password for " + username,
                "buttons",
                List.of(Json.object("title", "Try Again", "action", "dismiss")),
                "error_type",
                "bad_password");
    }

    static Answer unknownUser() {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "The username you entered doesn't appear to belong to an account."
                        + " Please check your username and try again.",
                "invalid_credentials",
                false,
                "error_title",
                "Incorrect Username",
                "error_type",
                "invalid_user");
    }

    static Answer undecryptablePassword() {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "The password was not encrypted for the key that qe/sync announces",
                "error_type",
                "password_decryption_failure");
    }

    static Answer twoFactorRequired(SecondFactor factor) {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "",
                "two_factor_required",
                true,
                "error_type",
                "two_factor_required",
                "two_factor_info",
                twoFactorInfo(factor),
                "phone_verification_settings",
                phoneSettings());
    }

    static Map<String, @Nullable Object> twoFactorInfo(SecondFactor factor) {
        Account account = factor.account();
        boolean sms = account.protection() == Protection.SMS;
        return Json.object(
                "pk",
                account.id(),
                "username",
                account.username(),
                "sms_two_factor_on",
                sms,
                "whatsapp_two_factor_on",
                false,
                "totp_two_factor_on",
                !sms,
                "eligible_for_multiple_totp",
                true,
                "obfuscated_phone_number",
                sms ? account.maskedPhone() : "",
                "two_factor_identifier",
                factor.identifier(),
                "show_messenger_code_option",
                false,
                "show_trusted_device_option",
                true,
                "phone_verification_settings",
                phoneSettings());
    }

    static Answer wrongCode() {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "Please check the security code and try again.",
                "error_title",
                "Incorrect security code",
                "error_type",
                "sms_code_validation_code_invalid");
    }

    static Answer endedVerification() {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "This code has expired. Please request a new one.",
                "error_type",
                "invalid_nonce");
    }

    static Answer wrongChallengeCode() {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "Please check the code we sent you and try again.",
                "challenge",
                Json.object("errors", List.of("Please check the code we sent you and try again.")));
    }

    private static Map<String, @Nullable Object> phoneSettings() {
        return Json.object(
                "max_sms_count", MOST_SMS, "resend_sms_delay_sec", SMS_DELAY_SECONDS, "robocall_after_max_sms", false);
    }
}
