package dev.parley.instagram.graph;

import dev.parley.instagram.Content;
import dev.parley.instagram.Content.Card;
import dev.parley.instagram.MessageRules;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Instagram would not take, known before it is asked. */
final class ContentRules {

    /** Fact: a text is measured in bytes. */
    static final MessageRules RULES =
            new MessageRules(EnumSet.allOf(Content.Kind.class), 1_000, MessageRules.Unit.BYTES);

    private static final int MOST_REPLIES = 13;
    private static final int LONGEST_REPLY = 20;
    private static final int MOST_CARDS = 10;
    private static final int LONGEST_LINE = 80;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON_TEXT = 640;

    private ContentRules() {}

    /** Why Instagram would not take it; null if it may. */
    static @Nullable String wrongWith(Content content) {
        return switch (content) {
            case Content.Text(String text) -> text(text);
            case Content.Link link -> text(link.text());
            case Content.Attachment _ -> null;
            case Content.Heart _ -> null;
            case Content.OwnPost _ -> null;
            case Content.QuickReplies(String text, var replies) -> quickReplies(text, replies);
            case Content.Cards(var cards) -> cards(cards);
            case Content.Buttons(String text, var buttons) ->
                length(text) > LONGEST_BUTTON_TEXT || buttons.isEmpty() || buttons.size() > MOST_BUTTONS
                        ? "Buttons are 1 to 3, below a text of at most " + LONGEST_BUTTON_TEXT + " characters"
                        : null;
        };
    }

    private static @Nullable String text(String text) {
        return RULES.fits(text) ? null : "A text has 1 to " + RULES.longestText() + " bytes";
    }

    private static @Nullable String quickReplies(String text, List<Content.QuickReply> replies) {
        boolean fit = !replies.isEmpty()
                && replies.size() <= MOST_REPLIES
                && replies.stream().allMatch(reply -> length(reply.title()) <= LONGEST_REPLY);
        return fit ? text(text) : "Answers to tap are 1 to 13, of at most " + LONGEST_REPLY + " characters";
    }

    private static @Nullable String cards(List<Card> cards) {
        boolean fit =
                !cards.isEmpty() && cards.size() <= MOST_CARDS && cards.stream().allMatch(ContentRules::fits);
        return fit ? null : "Cards are 1 to 10, with a title and something besides, lines of at most 80 characters";
    }

    private static boolean fits(Card card) {
        boolean more = card.subtitle() != null
                || card.image() != null
                || card.opens() != null
                || !card.buttons().isEmpty();
        boolean shortEnough = length(card.title()) <= LONGEST_LINE
                && (card.subtitle() == null || length(card.subtitle()) <= LONGEST_LINE);
        return more && shortEnough && card.buttons().size() <= MOST_BUTTONS;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
