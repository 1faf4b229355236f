package dev.parley.instagram.graph;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.http.Quote;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in on Instagram's page: whose answer it is, and what the owner said. */
final class Authorizing {

    private final Authorization way;

    Authorizing(Authorization way) {
        this.way = way;
    }

    URI page(AuthorizationRequest request) {
        return way.page(request);
    }

    SignInOutcome authorize(AuthorizationRequest request, Map<String, String> broughtBack) {
        if (!isAnswerTo(request, plain(broughtBack.get("state")))) {
            return new SignInOutcome.VerificationEnded("The answer belongs to another request");
        }
        String code = plain(broughtBack.get("code"));
        return code.isEmpty() ? declined(broughtBack) : signedIn(request, way.redeem(request, code));
    }

    /** Signs in with a token that was made elsewhere. */
    SignInOutcome adopt(AuthorizationRequest request, String token) {
        return signedIn(request, way.adopt(request, token));
    }

    private static SignInOutcome signedIn(AuthorizationRequest request, Authorization.Redeemed redeemed) {
        return switch (redeemed) {
            case Authorization.Redeemed.Ended(String detail) -> new SignInOutcome.VerificationEnded(detail);
            case Authorization.Redeemed.Refused(Refusal refusal) -> new SignInOutcome.Refused(refusal);
            case Authorization.Redeemed.For(Profile account, GraphSession session) -> {
                SessionSnapshot snapshot = new SessionSnapshot(
                        GraphDriver.NAME,
                        account.id(),
                        account.username(),
                        request.identity(),
                        request.proxy(),
                        session.toJson());
                yield new SignInOutcome.SignedIn(snapshot, account);
            }
        };
    }

    private static SignInOutcome declined(Map<String, String> broughtBack) {
        String error = broughtBack.getOrDefault("error", "");
        String words = Quote.of(broughtBack.getOrDefault("error_description", error));
        Refusal refusal = error.equals("access_denied")
                ? new Refusal.PermissionMissing("The owner did not agree: " + words)
                : new Refusal.Unknown(0, "Instagram's page came back without a code: " + words);
        return new SignInOutcome.Refused(refusal);
    }

    private static boolean isAnswerTo(AuthorizationRequest request, String state) {
        return MessageDigest.isEqual(
                request.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    /** Fact: Instagram ends the address with {@code #_}, which whoever read it may have taken for a part of the last value. */
    private static String plain(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.endsWith("#_") ? value.substring(0, value.length() - 2) : value;
    }

    Outcome<SessionSnapshot> renew(SessionSnapshot session) {
        return way.renew(session.proxy(), session.account(), GraphSession.fromJson(session.state()))
                .then(renewed -> new Outcome.Done<>(session.withState(renewed.toJson())));
    }
}
