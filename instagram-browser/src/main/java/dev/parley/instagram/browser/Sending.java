package dev.parley.instagram.browser;

import dev.parley.instagram.Content;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.ChatPage;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sending messages: typed into the conversation, sent by one press, and sent only if the conversation then shows it, neither on its way nor
 * failed. The site has no use for a caller's token.
 */
final class Sending {

    static final MessageRules RULES =
            new MessageRules(Set.of(Content.Kind.TEXT, Content.Kind.LINK), 1_000, MessageRules.Unit.CHARACTERS);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Seat seat;

    Sending(Seat seat) {
        this.seat = seat;
    }

    Outcome<Sent> send(OutgoingMessage message) {
        String text = text(message.content());
        if (text == null) {
            return nothingAsked("This driver sends texts and links only, not "
                    + message.content().kind());
        }
        if (!RULES.fits(text)) {
            return nothingAsked("A message has 1 to " + RULES.longestText() + " characters");
        }
        return switch (message.to()) {
            case Recipient.ToPerson(var person) ->
                Address.isUsername(person.username())
                        ? send(text, errand -> new ChatDoor(errand).to(person))
                        : nothingAsked("Not an Instagram username");
            case Recipient.ToThread(var thread) ->
                NUMBER.matcher(thread.value()).matches()
                        ? send(text, errand -> new ChatDoor(errand).to(thread))
                        : nothingAsked("Not a conversation of the website's");
            case Recipient.ToCommenter(var comment) ->
                nothingAsked("The website answers a comment in private only by writing to the person");
        };
    }

    private static @Nullable String text(Content content) {
        return switch (content) {
            case Content.Text(var text) -> text;
            case Content.Link(var text, var addresses) -> text;
            case Content.Attachment attachment -> null;
            case Content.Heart heart -> null;
            case Content.OwnPost post -> null;
            case Content.QuickReplies replies -> null;
            case Content.Cards cards -> null;
            case Content.Buttons buttons -> null;
        };
    }

    private Outcome<Sent> send(String text, Consumer<Errand> door) {
        return seat.change("send", errand -> {
            door.accept(errand);
            ChatPage.Traces before =
                    errand.tab().until((page, wire) -> errand.chat(page).traces(text), errand.deadline());
            errand.partWith(page -> errand.chat(page).rest());
            new Composing(errand, text).type();
            errand.askWhenPossible(page -> errand.chat(page).send());
            return new Delivery(errand, text, before).awaited();
        });
    }

    private static Outcome<Sent> nothingAsked(String detail) {
        return Seat.refused(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }
}
