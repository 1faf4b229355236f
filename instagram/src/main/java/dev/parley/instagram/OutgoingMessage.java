package dev.parley.instagram;

/**
 * A message to be sent.
 *
 * @param token made and stored before sending
 * @param byHumanAgent written by a person and not by a program, which the official API rewards with a window of seven days instead of 24
 *     hours; no other driver heeds it
 */
public record OutgoingMessage(Recipient to, Content content, MessageToken token, boolean byHumanAgent) {

    /** To whom. */
    public sealed interface Recipient {

        record ToPerson(Person person) implements Recipient {}

        record ToThread(ThreadId thread) implements Recipient {}

        /** A private reply to whoever wrote a comment. */
        record ToCommenter(CommentId comment) implements Recipient {}
    }
}
