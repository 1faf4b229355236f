package dev.parley.instagram;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says. Which kinds a driver can send, and how long a text may be, {@link Driver#messageRules()} tells. */
public sealed interface Content {

    Kind kind();

    /** The kinds of content. */
    enum Kind {
        TEXT,
        LINK,
        IMAGE,
        AUDIO,
        VIDEO,
        FILE,
        HEART,
        OWN_POST,
        QUICK_REPLIES,
        CARDS,
        BUTTONS
    }

    record Text(String text) implements Content {

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /**
     * A text with addresses that Instagram shows as a preview.
     *
     * @param addresses those that occur in the text
     */
    record Link(String text, List<URI> addresses) implements Content {

        public Link {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Kind kind() {
            return Kind.LINK;
        }
    }

    /**
     * A picture, recording, film or file; pictures also several at once.
     *
     * @param kind one of {@code IMAGE}, {@code AUDIO}, {@code VIDEO}, {@code FILE}
     * @param addresses where Instagram fetches it; one, or 1 to 10 for {@code IMAGE}
     */
    record Attachment(Kind kind, List<URI> addresses) implements Content {

        private static final int MOST_IMAGES = 10;

        public Attachment {
            addresses = List.copyOf(addresses);
            int most = switch (kind) {
                case IMAGE -> MOST_IMAGES;
                case AUDIO, VIDEO, FILE -> 1;
                case TEXT, LINK, HEART, OWN_POST, QUICK_REPLIES, CARDS, BUTTONS ->
                    throw new IllegalArgumentException("not an attachment: " + kind);
            };
            if (addresses.isEmpty() || addresses.size() > most) {
                throw new IllegalArgumentException(kind + " takes 1 to " + most + ", not " + addresses.size());
            }
        }

        /** One of them. */
        public Attachment(Kind kind, URI address) {
            this(kind, List.of(address));
        }
    }

    /** The heart sticker. */
    record Heart() implements Content {

        @Override
        public Kind kind() {
            return Kind.HEART;
        }
    }

    /** A post of the account itself. */
    record OwnPost(MediaId media) implements Content {

        @Override
        public Kind kind() {
            return Kind.OWN_POST;
        }
    }

    /** A text with answers to tap: 1 to 13, titles of at most 20 characters. */
    record QuickReplies(String text, List<QuickReply> replies) implements Content {

        public QuickReplies {
            replies = List.copyOf(replies);
        }

        @Override
        public Kind kind() {
            return Kind.QUICK_REPLIES;
        }
    }

    /** @param payload what comes back when it is tapped */
    record QuickReply(String title, String payload) {}

    /** Cards to leaf through: 1 to 10. */
    record Cards(List<Card> cards) implements Content {

        public Cards {
            cards = List.copyOf(cards);
        }

        @Override
        public Kind kind() {
            return Kind.CARDS;
        }
    }

    /** @param buttons at most 3 */
    record Card(
            String title,
            @Nullable String subtitle,
            @Nullable URI image,
            @Nullable URI opens,
            List<Button> buttons) {

        public Card {
            buttons = List.copyOf(buttons);
        }
    }

    /** A text of at most 640 characters with 1 to 3 buttons. */
    record Buttons(String text, List<Button> buttons) implements Content {

        public Buttons {
            buttons = List.copyOf(buttons);
        }

        @Override
        public Kind kind() {
            return Kind.BUTTONS;
        }
    }

    /** Something to press. */
    sealed interface Button {

        String title();

        record Open(String title, URI address) implements Button {}

        /** @param payload what comes back when it is tapped */
        record Postback(String title, String payload) implements Button {}
    }
}
