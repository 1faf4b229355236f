package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account that calls are made for, and what they are made with.
 *
 * @param username as it was when the session was made
 */
record Account(GraphLine line, GraphSession session, PersonId id, String username) {

    /** One exchange with the account's or the page's token. */
    <T> Outcome<T> ask(GraphRequest request, Function<ObjectNode, @Nullable T> reading) {
        return line.ask(request, session.token(), reading);
    }

    /** One exchange with the person's token. Fact: numbers and hashtags are a person's to ask for, not a page's. */
    <T> Outcome<T> askPersonally(GraphRequest request, Function<ObjectNode, @Nullable T> reading) {
        return line.ask(request, session.personal(), reading);
    }

    /** Where posts, comments and numbers are. */
    String path(String edge) {
        return id.value() + (edge.isEmpty() ? "" : "/" + edge);
    }

    /** Where messages are: with Facebook's login the page has them. */
    String messaging(String edge) {
        return session.page() == null ? path(edge) : session.page() + "/" + edge;
    }

    /** Whether a sender or participant is the account itself. */
    boolean is(@Nullable PersonId person, @Nullable String name) {
        return id.equals(person)
                || username.equalsIgnoreCase(name)
                || (person != null && person.value().equals(session.page()));
    }

    static <T> Outcome<T> nothingAsked(String detail) {
        return new Outcome.Refused<>(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }
}
