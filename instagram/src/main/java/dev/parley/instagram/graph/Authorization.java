package dev.parley.instagram.graph;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One of the two ways of signing in. */
interface Authorization {

    /** Where the owner agrees. */
    URI page(AuthorizationRequest request);

    /** Makes a session of the code that the owner's browser brought back. */
    Redeemed redeem(AuthorizationRequest request, String code);

    /** Makes a session of a token that lives long already. */
    Redeemed adopt(AuthorizationRequest request, String token);

    /** Prolongs a session. */
    Outcome<GraphSession> renew(@Nullable URI proxy, PersonId account, GraphSession session);

    /** What became of a code. */
    sealed interface Redeemed {

        record For(Profile account, GraphSession session) implements Redeemed {}

        /** It is not good any more, or never was. */
        record Ended(String detail) implements Redeemed {}

        record Refused(Refusal refusal) implements Redeemed {}

        /** A session for the account that was meant, or a refusal. */
        static Redeemed checked(AuthorizationRequest request, Profile account, GraphSession session) {
            String wanted = request.username();
            return wanted == null || wanted.equalsIgnoreCase(account.username())
                    ? new For(account, session)
                    : new Refused(new Refusal.InvalidTarget(
                            "The owner agreed for %s, not for %s".formatted(account.username(), wanted)));
        }

        static Redeemed of(Outcome<Redeemed> outcome) {
            return switch (outcome) {
                case Outcome.Done<Redeemed>(Redeemed redeemed) -> redeemed;
                case Outcome.Refused<Redeemed>(Refusal refusal) -> new Refused(refusal);
            };
        }
    }
}
