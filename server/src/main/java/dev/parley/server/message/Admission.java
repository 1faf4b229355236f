package dev.parley.server.message;

import dev.parley.instagram.MessageRules;
import dev.parley.server.account.Account;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.Sessions;
import dev.parley.server.contact.DoNotContact;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Wrong;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What forbids a message before Instagram is asked. Joins the caller's transaction. */
@Component
class Admission {

    private final Drivers drivers;
    private final Sessions sessions;
    private final DoNotContact doNotContact;

    Admission(Drivers drivers, Sessions sessions, DoNotContact doNotContact) {
        this.drivers = drivers;
        this.sessions = sessions;
        this.doNotContact = doNotContact;
    }

    /** Refuses what can be no message of this account at all: nothing is kept of it. */
    void demandPossible(Account account, String recipient, Writing writing) {
        var rules = drivers.messageRules(account);
        demandSomebodyElse(account, recipient);
        if (writing.image() != null
                && !rules.kinds().contains(Contents.of(writing).kind())) {
            throw new BotException(
                    ErrorCode.DRIVER_CANNOT,
                    "@%s is connected through the driver %s, which sends no pictures."
                            .formatted(account.username(), account.driver()));
        }
        if (writing.image() == null && !rules.fits(writing.text())) {
            throw unfit(rules, writing.text());
        }
    }

    void demandSomebodyElse(Account account, String recipient) {
        if (recipient.equals(account.username())) {
            throw Wrong.refusal("recipient", "must be somebody else");
        }
    }

    private static BotException unfit(MessageRules rules, String text) {
        var unit = rules.unit() == MessageRules.Unit.BYTES ? "bytes" : "characters";
        var says = text.isBlank()
                ? "must not be empty"
                : "has %d %s, and may have %d".formatted(rules.lengthOf(text), unit, rules.longestText());
        return new BotException(
                ErrorCode.VALIDATION_FAILED,
                "The message " + says + ".",
                Refusal.of(List.of(new Field("content", says))));
    }

    /** Why it is not even tried now; null if it is. */
    @Nullable
    Trouble refusing(Account account, Recipient recipient) {
        if (!sessions.isValid(account.id())) {
            return new Trouble(
                    ErrorCode.SESSION_INVALID, "@" + account.username() + " has no Instagram session that works.");
        }
        return forbidding(recipient);
    }

    /** What must not be done, whether or not it can be; null if nothing forbids it. */
    @Nullable
    Trouble forbidding(Recipient recipient) {
        return doNotContact.contains(recipient.username(), recipient.id())
                ? new Trouble(
                        ErrorCode.DO_NOT_CONTACT,
                        "@" + recipient.username() + " is on this workspace's do-not-contact list.")
                : null;
    }
}
