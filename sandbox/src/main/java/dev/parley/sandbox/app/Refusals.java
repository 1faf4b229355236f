package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.SecondFactor;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Instagram says no. Every body has {@code message} and {@code status: "fail"}. */
final class Refusals {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int LOGGED_OUT_BY_SERVER = 2;
    private static final int MOST_SMS = 2;
    private static final int SMS_DELAY_SECONDS = 60;

    private Refusals() {}

    static Answer badRequest(String message) {
        return fail(BAD_REQUEST, "message", message);
    }

    static Answer notServed(String method, String path) {
        return fail(NOT_FOUND, "message", "The sandbox does not answer " + method + " " + path + " yet");
    }

    static Answer loginRequired() {
        return fail(
                FORBIDDEN,
                "message",
                "login_required",
                "error_title",
                "You've Been Logged Out",
                "error_body",
                "Please log back in.",
                "logout_reason",
                LOGGED_OUT_BY_SERVER);
    }

    static Answer badPassword(String username) {
        return fail(
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
        return fail(
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
        return fail(
                BAD_REQUEST,
                "message",
                "The password was not encrypted for the key that qe/sync announces",
                "error_type",
                "password_decryption_failure");
    }

    static Answer twoFactorRequired(SecondFactor factor) {
        return fail(
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
        return fail(
                BAD_REQUEST,
                "message",
                "Please check the security code and try again.",
                "error_title",
                "Incorrect security code",
                "error_type",
                "sms_code_validation_code_invalid");
    }

    static Answer endedVerification() {
        return fail(
                BAD_REQUEST,
                "message",
                "This code has expired. Please request a new one.",
                "error_type",
                "invalid_nonce");
    }

    static Answer wrongChallengeCode() {
        return fail(
                BAD_REQUEST,
                "message",
                "Please check the code we sent you and try again.",
                "challenge",
                Json.object("errors", List.of("Please check the code we sent you and try again.")));
    }

    static Answer challengeRequired(Challenge challenge) {
        return fail(
                BAD_REQUEST,
                "message",
                "challenge_required",
                "challenge",
                Json.object(
                        "url",
                        "https://i.instagram.com" + challenge.path(),
                        "api_path",
                        challenge.path(),
                        "challenge_context",
                        challenge.context(),
                        "hide_webview_header",
                        true,
                        "lock",
                        true,
                        "logout",
                        false,
                        "native_flow",
                        false,
                        "flow_render_type",
                        0),
                "error_type",
                "checkpoint_challenge_required");
    }

    static Answer checkpointRequired() {
        return fail(
                BAD_REQUEST,
                "message",
                "checkpoint_required",
                "checkpoint_url",
                "https://i.instagram.com/integrity/checkpoint/",
                "lock",
                true,
                "flow_render_type",
                0);
    }

    static Answer consentRequired() {
        return fail(
                BAD_REQUEST,
                "message",
                "consent_required",
                "consent_data",
                Json.object(
                        "headline",
                        "Updates to Our Terms and Data Policy",
                        "content",
                        "Please review the changes.",
                        "button_text",
                        "Review Now"));
    }

    static Answer feedbackRequired() {
        return fail(
                BAD_REQUEST,
                "message",
                "feedback_required",
                "spam",
                true,
                "feedback_title",
                "Try Again Later",
                "feedback_message",
                "We limit how often you can do certain things on Instagram to protect our community.",
                "feedback_url",
                "repute/report_problem/instagram_action/",
                "feedback_appeal_label",
                "Tell us",
                "feedback_ignore_label",
                "OK",
                "feedback_action",
                "report_problem");
    }

    static Answer rateLimited() {
        return fail(TOO_MANY, "message", "Please wait a few minutes before you try again.", "require_login", true);
    }

    static Answer userNotFound() {
        return fail(NOT_FOUND, "message", "User not found");
    }

    static Answer privateAccount() {
        return fail(BAD_REQUEST, "message", "Not authorized to view user");
    }

    static Answer messagesRefused() {
        return fail(
                BAD_REQUEST,
                "message",
                "This account can't receive your message because they don't allow new message requests from everyone.",
                "error_type",
                "message_requests_disabled");
    }

    static Answer invalidTarget() {
        return badRequest("Invalid target user");
    }

    static Answer mediaGone() {
        return badRequest("Media not found or unavailable");
    }

    static Answer serverError() {
        return fail(500, "message", "Oops, an error occurred.");
    }

    static Answer redirectToLogin() {
        return Answer.text(302, "text/html; charset=utf-8", "").with(HeaderNames.LOCATION, "/accounts/login/?next=/");
    }

    private static Map<String, @Nullable Object> phoneSettings() {
        return Json.object(
                "max_sms_count", MOST_SMS, "resend_sms_delay_sec", SMS_DELAY_SECONDS, "robocall_after_max_sms", false);
    }

    private static Answer fail(int status, Object... namesAndValues) {
        Map<String, @Nullable Object> body = Json.object((@Nullable Object[]) namesAndValues);
        body.put("status", "fail");
        return Answer.json(status, body);
    }
}
