package dev.parley.instagram;

import dev.parley.instagram.OutgoingMessage.Recipient;

/** What is sent beside messages: reactions, and that somebody is typing. */
public interface Signals {

    /**
     * Reacts to a message; a second reaction takes the place of the first. Asked once, never repeated by the driver.
     *
     * @param reaction {@code love} or an emoji
     */
    default Outcome<Signalled> react(Recipient in, MessageId message, String reaction) {
        return Outcome.unsupported(Capability.SIGNAL);
    }

    /** Takes the reaction back. */
    default Outcome<Signalled> unreact(Recipient in, MessageId message) {
        return Outcome.unsupported(Capability.SIGNAL);
    }

    /** Shows, or no longer shows, that the account is typing. */
    default Outcome<Signalled> typing(Recipient to, boolean typing) {
        return Outcome.unsupported(Capability.SIGNAL);
    }

    /** Instagram took it. */
    record Signalled() {}
}
