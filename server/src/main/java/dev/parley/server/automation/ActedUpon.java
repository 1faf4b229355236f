package dev.parley.server.automation;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.Performed;
import dev.parley.server.core.ErrorCode;
import java.util.Map;
import java.util.Objects;

/** What an action of a job is about. */
final class ActedUpon {

    private static final String POST = "post";
    private static final String CODE = "code";

    private ActedUpon() {}

    /** What is refused of a person, is otherwise taken for a follow. */
    static <T> Performed<T> refused(Refusal refusal, ErrorCode ofPerson) {
        return refusal instanceof Refusal.PrivateAccount || refusal instanceof Refusal.InvalidTarget
                ? new Performed.Skipped<>(ofPerson, refusal.detail())
                : new Performed.Refused<>(refusal);
    }

    static Person by(Action action) {
        return new Person(new PersonId(action.requireTargetId()), String.valueOf(action.target()));
    }

    static Map<String, String> payload(Target target) {
        var post = target.post();
        return post == null ? Map.of() : Map.of(POST, post.id().value(), CODE, post.code());
    }

    /** The post, for kinds that always have one. */
    static Post post(Action action) {
        var payload = action.payload();
        return new Post(
                new MediaId(Objects.requireNonNull(payload.get(POST))), Objects.requireNonNull(payload.get(CODE)));
    }
}
