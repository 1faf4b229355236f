package dev.parley.server.message;

import dev.parley.server.bot.ActionQueue;
import dev.parley.server.contact.PersonErased;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing is sent any more to whoever is erased, and what was, is kept no longer. */
@Component
class ForgetRecipient {

    private final MessagesOfPerson ofPerson;
    private final Messages messages;
    private final ActionQueue queue;

    ForgetRecipient(MessagesOfPerson ofPerson, Messages messages, ActionQueue queue) {
        this.ofPerson = ofPerson;
        this.messages = messages;
        this.queue = queue;
    }

    /** Refuses with PERSON_BUSY while a message to them is under way. */
    @EventListener
    void forget(PersonErased person) {
        ofPerson.waiting(person).forEach(this::withdraw);
        ofPerson.remove(person);
    }

    /** Locks the bot and then the message: in the order in which ticks do. */
    private void withdraw(MessageId id) {
        var account = messages.get(id).sender().account();
        queue.wake(account);
        var message = messages.lock(id);
        var action = message.action();
        if (action != null && message.waits() && !queue.withdrawOne(account, action)) {
            throw new BotException(
                    ErrorCode.PERSON_BUSY,
                    "A message to @%s is under way."
                            .formatted(message.recipient().username()));
        }
    }
}
