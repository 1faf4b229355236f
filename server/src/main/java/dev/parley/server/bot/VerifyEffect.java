package dev.parley.server.bot;

import dev.parley.instagram.Instagram;
import dev.parley.server.account.Account;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks whether something that Instagram said yes to took effect: it does not always, and does not tell. */
@Component
class VerifyEffect implements ActionHandler<Boolean> {

    static final String KIND = "verify-effect";

    private static final String OF = "verified_kind";

    private final ObjectProvider<Handlers> handlers;

    VerifyEffect(ObjectProvider<Handlers> handlers) {
        this.handlers = handlers;
    }

    static NewAction of(Action succeeded, Instant due) {
        var payload = new HashMap<>(succeeded.payload());
        payload.put(OF, succeeded.kind());
        return new NewAction(
                succeeded.account(),
                Lane.AUTOMATION,
                KIND,
                null,
                succeeded.targetId(),
                succeeded.target(),
                payload,
                null,
                succeeded.user(),
                due);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean writesItsOwnActivity() {
        return true;
    }

    @Override
    public Performed<Boolean> perform(Attempt attempt) {
        var verified =
                attempt.action().as(String.valueOf(attempt.action().payload().get(OF)));
        return switch (handlers.getObject().of(verified).look(new OfAnother(verified, attempt))) {
            case Looked.TookEffect<?> seen -> new Performed.Succeeded<>(true);
            case Looked.HadNoEffect<?>() ->
                new Performed.Ineffective<>(
                        "Instagram said yes to this some time ago, and looking shows that nothing came of it.");
            case Looked.CannotTell<?>(String detail) -> new Performed.Skipped<>(ErrorCode.ACTION_UNCONFIRMED, detail);
            case Looked.Failed<?>(ErrorCode code, String detail) -> new Performed.Skipped<>(code, detail);
            case Looked.Refused<?>(var refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Boolean> ending) {
        return () -> Settled.quietly(Effect.NONE);
    }

    /** The action that is verified, in the attempt to verify it. */
    private record OfAnother(Action action, Attempt attempt) implements Attempt {

        @Override
        public Account account() {
            return attempt.account();
        }

        @Override
        public Instagram instagram() {
            return attempt.instagram();
        }

        @Override
        public String secret() {
            return attempt.secret();
        }
    }
}
