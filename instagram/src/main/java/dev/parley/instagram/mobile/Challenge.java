package dev.parley.instagram.mobile;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PendingSignIn.Kind;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Quote;
import dev.parley.instagram.mobile.Answer.Came;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proving who one is by a code that Instagram sends. Only that: whatever else a challenge asks for (was this you, a birthday, a
 * new password, a selfie) is left to the person in the app.
 */
final class Challenge {

    private final SigningIn signingIn;

    Challenge(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    SignInOutcome begin(Attempt attempt, Came<?> asking, ChallengePointer pointer) {
        String id = pointer.resolvableId();
        if (id == null) {
            return new SignInOutcome.Refused(asking.refusal());
        }
        return next(attempt, id, attempt.send(look(attempt, id, pointer), SignInReply.reading()));
    }

    SignInOutcome answer(Attempt attempt, PendingSignIn pending, VerificationMethod method, String code) {
        String id = key(pending);
        Answer<SignInReply> answer =
                attempt.send(post(attempt, id, new Fields().with("security_code", code)), SignInReply.reading());
        if (!(answer instanceof Came<SignInReply> came)) {
            return signingIn.settle(attempt, answer);
        }
        if (CodeAnswer.refuses(came)) {
            return new SignInOutcome.CodeRefused(attempt.again(pending), came.telling("The code is not right"));
        }
        ChallengeStep step = step(came);
        if (step != null && step.closed() && !attempt.line().state().signedIn()) {
            return new SignInOutcome.VerificationEnded("The challenge is passed; sign in again");
        }
        return step == null || step.closed() ? settle(attempt, came) : next(attempt, id, came);
    }

    SignInOutcome sendCode(Attempt attempt, PendingSignIn pending, VerificationMethod method) {
        String id = key(pending);
        if (pending.method() == null) {
            return choose(attempt, id, method, pending.methods(), null);
        }
        if (pending.method() == method) {
            return sent(attempt, id, method, pending.methods(), pending.sentTo(), repeat(attempt, id));
        }
        Answer<SignInReply> reset = attempt.send(post(attempt, "reset/" + id, new Fields()), SignInReply.reading());
        return reset instanceof Came<SignInReply> came && came.succeeded()
                ? choose(attempt, id, method, pending.methods(), null)
                : settle(attempt, reset);
    }

    private SignInOutcome next(Attempt attempt, String id, Answer<SignInReply> answer) {
        if (!(answer instanceof Came<SignInReply> came) || !came.succeeded()) {
            return settle(attempt, answer);
        }
        ChallengeStep step = step(came);
        if (step == null) {
            return new SignInOutcome.Refused(new Refusal.BadResponse("Instagram's challenge names no step"));
        }
        return switch (step.wish()) {
            case CHOICE -> offer(attempt, id, step);
            case EMAIL_CODE -> waiting(attempt, id, VerificationMethod.EMAIL, step);
            case SMS_CODE -> waiting(attempt, id, VerificationMethod.SMS, step);
            case PERSON -> forPerson(step);
        };
    }

    /** Where there is one way only, there is nothing to choose. */
    private SignInOutcome offer(Attempt attempt, String id, ChallengeStep step) {
        Set<VerificationMethod> methods = step.methods();
        if (methods.isEmpty()) {
            return forPerson(step);
        }
        if (methods.size() == 1) {
            VerificationMethod only = methods.iterator().next();
            return choose(attempt, id, only, methods, step.target(only));
        }
        return new SignInOutcome.NeedsVerification(attempt.pending(Kind.CHALLENGE, id, null, methods, null));
    }

    private SignInOutcome choose(
            Attempt attempt,
            String id,
            VerificationMethod method,
            Set<VerificationMethod> methods,
            @Nullable String target) {
        String choice = method == VerificationMethod.EMAIL ? "1" : "0";
        AppRequest request = post(attempt, id, new Fields().with("choice", choice));
        return sent(attempt, id, method, methods, target, attempt.send(request, SignInReply.reading()));
    }

    private Answer<SignInReply> repeat(Attempt attempt, String id) {
        return attempt.send(post(attempt, "replay/" + id, new Fields()), SignInReply.reading());
    }

    private SignInOutcome sent(
            Attempt attempt,
            String id,
            VerificationMethod method,
            Set<VerificationMethod> methods,
            @Nullable String target,
            Answer<SignInReply> answer) {
        if (!(answer instanceof Came<SignInReply> came) || !came.succeeded()) {
            return settle(attempt, answer);
        }
        ChallengeStep step = step(came);
        String shown = step == null ? null : step.target(method);
        return new SignInOutcome.NeedsVerification(
                attempt.pending(Kind.CHALLENGE, id, method, methods, shown == null ? target : shown));
    }

    private static SignInOutcome waiting(Attempt attempt, String id, VerificationMethod method, ChallengeStep step) {
        return new SignInOutcome.NeedsVerification(
                attempt.pending(Kind.CHALLENGE, id, method, Set.of(method), step.target(method)));
    }

    private static SignInOutcome forPerson(ChallengeStep step) {
        return new SignInOutcome.Refused(new Refusal.ChallengeRequired(
                "Instagram wants the owner to do something in the app: " + Quote.of(step.name())));
    }

    private SignInOutcome settle(Attempt attempt, Answer<SignInReply> answer) {
        if (answer instanceof Came<SignInReply> came) {
            if (CodeAnswer.ended(came)) {
                return new SignInOutcome.VerificationEnded(came.telling("This challenge is over; sign in again"));
            }
            if (came.remarks().challenge() != null) {
                // A challenge about the challenge is the flow for people without access to mail and phone.
                return new SignInOutcome.Refused(came.refusal());
            }
        }
        return signingIn.settle(attempt, answer);
    }

    private static AppRequest look(Attempt attempt, String id, ChallengePointer pointer) {
        String context = pointer.context() == null ? context(id) : pointer.context();
        return AppRequest.get(
                "challenge/" + id + "/?guid=" + encoded(attempt.device().uuid()) + "&device_id="
                        + encoded(attempt.device().androidId()) + "&challenge_context=" + encoded(context));
    }

    /** What the app sends where Instagram gave none. */
    private static String context(String id) {
        String[] parts = id.split("/", -1);
        return """
                {"step_name": "", "nonce_code": "%s", "user_id": %s, "is_stateless": false}""".formatted(parts[1], parts[0]);
    }

    private static AppRequest post(Attempt attempt, String path, Fields fields) {
        fields.with("_csrftoken", attempt.csrfToken())
                .with("guid", attempt.device().uuid())
                .with("device_id", attempt.device().androidId());
        return AppRequest.signed("challenge/" + path + "/", fields);
    }

    private static @Nullable ChallengeStep step(Came<SignInReply> came) {
        return came.value() == null ? null : came.value().challengeStep();
    }

    private static String key(PendingSignIn pending) {
        return PendingNotes.fromJson(pending.state()).key();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
