package dev.parley.sandbox.message;

import java.time.Instant;
import java.util.function.LongFunction;

/** A message and how often its sender asked for it; {@code times} is how often it arrived: never more than once. */
record Sending(Message message, int asked, int times) {

    static Sending of(Message message) {
        return new Sending(message, 0, 0);
    }

    boolean arrived() {
        return times > 0;
    }

    Sending after(boolean takesEffect, long now) {
        boolean arrives = takesEffect && !arrived();
        Message sent = message;
        Message then = arrives
                ? new Message(sent.id(), sent.sender(), sent.recipient(), sent.body(), sent.token(), now)
                : sent;
        return new Sending(then, asked + 1, arrives ? 1 : times);
    }

    Sending saying(Body body) {
        Message said = message;
        return new Sending(
                new Message(said.id(), said.sender(), said.recipient(), body, said.token(), said.at()), asked, times);
    }

    MessageTruth truth(LongFunction<String> usernames) {
        return new MessageTruth(
                message.id(),
                usernames.apply(message.sender()),
                usernames.apply(message.recipient()),
                message.body().text(),
                message.token().isEmpty() ? null : message.token(),
                asked,
                times,
                Instant.ofEpochMilli(message.at()));
    }
}
