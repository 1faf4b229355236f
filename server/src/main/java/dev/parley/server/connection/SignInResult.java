package dev.parley.server.connection;

import dev.parley.server.account.Recorded;
import dev.parley.server.account.VerificationId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Map;

/** What the queue keeps of a step of signing in for the request that waits for it. */
sealed interface SignInResult {

    String KIND = "kind";
    String REUSED = "reused";
    String EXPIRES_AT = "expires_at";
    String VERIFICATION = "verification_id";
    String TRIES_LEFT = "tries_left";
    String CODE = "code";
    String DETAIL = "detail";

    /** @param reused whether no sign-in was needed, because the session that there was works */
    record Connected(boolean reused, Instant expiresAt) implements SignInResult {}

    record VerificationNeeded(VerificationId verification) implements SignInResult {}

    record CodeRefused(int triesLeft, String detail) implements SignInResult {}

    record Refused(ErrorCode code, String detail) implements SignInResult {}

    static SignInResult of(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Connected connected -> new Connected(false, connected.expiresAt());
            case Recorded.Reused reused -> new Connected(true, reused.expiresAt());
            case Recorded.VerificationNeeded needed ->
                new VerificationNeeded(needed.verification().id());
            case Recorded.CodeRefused refused -> new CodeRefused(refused.triesLeft(), refused.detail());
            case Recorded.Refused refused -> new Refused(refused.code(), refused.detail());
        };
    }

    static SignInResult of(Map<String, String> texts) {
        return switch (texts.getOrDefault(KIND, "")) {
            case "connected" ->
                new Connected(
                        Boolean.parseBoolean(texts.get(REUSED)), Instant.parse(texts.getOrDefault(EXPIRES_AT, "")));
            case "verification-needed" ->
                new VerificationNeeded(VerificationId.of(texts.getOrDefault(VERIFICATION, "")));
            case "code-refused" ->
                new CodeRefused(Integer.parseInt(texts.getOrDefault(TRIES_LEFT, "0")), texts.getOrDefault(DETAIL, ""));
            case "refused" ->
                new Refused(ErrorCode.named(texts.getOrDefault(CODE, "")), texts.getOrDefault(DETAIL, ""));
            default -> throw new IllegalStateException("not the result of a sign-in: " + texts.keySet());
        };
    }

    default Map<String, String> asTexts() {
        return switch (this) {
            case Connected(boolean reused, Instant expiresAt) ->
                Map.of(KIND, "connected", REUSED, Boolean.toString(reused), EXPIRES_AT, expiresAt.toString());
            case VerificationNeeded(VerificationId id) ->
                Map.of(KIND, "verification-needed", VERIFICATION, id.toString());
            case CodeRefused(int left, String detail) ->
                Map.of(KIND, "code-refused", TRIES_LEFT, Integer.toString(left), DETAIL, detail);
            case Refused(ErrorCode code, String detail) -> Map.of(KIND, "refused", CODE, code.name(), DETAIL, detail);
        };
    }
}
