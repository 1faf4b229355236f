package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import io.helidon.http.HeaderNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Instagram says no. Every body has {@code message} and {@code status: "fail"}. */
final class Refusals {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int LOGGED_OUT_BY_SERVER = 2;

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

    static Answer invalidMedia() {
        return badRequest("Invalid media_id");
    }

    static Answer threadNotFound() {
        return fail(NOT_FOUND, "message", "Thread does not exist");
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

    static Answer fail(int status, Object... namesAndValues) {
        Map<String, @Nullable Object> body = Json.object((@Nullable Object[]) namesAndValues);
        body.put("status", "fail");
        return Answer.json(status, body);
    }
}
