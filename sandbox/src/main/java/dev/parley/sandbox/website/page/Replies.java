package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.website.variant.Look;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the site says no to its own scripts. */
public final class Replies {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private Replies() {}

    public static Answer ok(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> body = Json.object(namesAndValues);
        body.put("status", "ok");
        return Answer.ok(body);
    }

    public static Answer fail(int status, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> body = Json.object(namesAndValues);
        body.put("status", "fail");
        return Answer.json(status, body);
    }

    public static Answer badRequest(String message) {
        return fail(BAD_REQUEST, "message", message);
    }

    public static Answer csrfMissing() {
        return fail(FORBIDDEN, "message", "CSRF token missing or incorrect");
    }

    static Answer noAppId() {
        return badRequest("useragent mismatch");
    }

    public static Answer loginRequired() {
        return fail(FORBIDDEN, "message", "login_required", "require_login", true);
    }

    public static Answer checkpointRequired(String address) {
        return fail(BAD_REQUEST, "message", "checkpoint_required", "checkpoint_url", address, "lock", false);
    }

    public static Answer challengeRequired(String address) {
        return fail(BAD_REQUEST, "message", "challenge_required", "checkpoint_url", address, "lock", true);
    }

    static Answer consentRequired() {
        return fail(BAD_REQUEST, "message", "consent_required", "checkpoint_url", Standing.CONSENT);
    }

    static Answer actionBlocked(Look look) {
        BlockWords words = BlockWords.of(look);
        return fail(
                BAD_REQUEST,
                "message",
                "feedback_required",
                "spam",
                true,
                "feedback_title",
                words.title(),
                "feedback_message",
                words.text(),
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

    public static Answer userNotFound() {
        return fail(NOT_FOUND, "message", "User not found");
    }

    static Answer serverError() {
        return fail(SERVER_ERROR, "message", "Oops, an error occurred.");
    }
}
