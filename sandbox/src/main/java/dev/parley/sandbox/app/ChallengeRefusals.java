package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Instagram tells where somebody has to prove who they are. */
final class ChallengeRefusals {
    private static final int BAD_REQUEST = 400;
    private static final String SITE = "https://i.instagram.com";

    private ChallengeRefusals() {}

    static Answer required(Challenge challenge) {
        return Refusals.fail(
                BAD_REQUEST,
                "message",
                "challenge_required",
                "challenge",
                pointer(challenge),
                "error_type",
                "checkpoint_challenge_required");
    }

    private static Map<String, @Nullable Object> pointer(Challenge challenge) {
        return switch (challenge.flow()) {
            case NATIVE -> pointer(challenge, SITE + challenge.path(), challenge.path(), true);
            case AUTH_PLATFORM -> {
                String path = "/auth_platform/?apc=" + challenge.nonce();
                yield pointer(challenge, "https://www.instagram.com" + path, path, false);
            }
            case SUSPENDED ->
                pointer(challenge, "https://www.instagram.com/accounts/suspended/", challenge.path(), false);
            default -> pointer(challenge, SITE + challenge.path(), challenge.path(), false);
        };
    }

    private static Map<String, @Nullable Object> pointer(
            Challenge challenge, String url, String apiPath, boolean nativeFlow) {
        return Json.object(
                "url",
                url,
                "api_path",
                apiPath,
                "challenge_context",
                challenge.context(),
                "hide_webview_header",
                true,
                "lock",
                true,
                "logout",
                false,
                "native_flow",
                nativeFlow,
                "flow_render_type",
                0);
    }
}
