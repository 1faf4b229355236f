package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;

/** Direct messages. */
final class MessageShowings {

    private MessageShowings() {}

    static Stream<Showing> all() {
        return messages();
    }

    private static Stream<Showing> messages() {
        String chat = "/direct/t/{thread}/";
        return Stream.of(
                Showing.of(
                        Variant.COMPOSE_CHAT,
                        Showing.Who.MEMBER,
                        "/direct/new/",
                        "name=\"queryBox\"",
                        "ContactSearchResultCheckbox",
                        ">Chat</div>",
                        "data-composing"),
                Showing.of(
                        Variant.COMPOSE_NEXT,
                        Showing.Who.MEMBER,
                        "/direct/inbox/",
                        ">Next</div>",
                        "aria-label=\"New message\""),
                Showing.of(
                        Variant.NAMES_DISTINCT,
                        Showing.Who.MEMBER,
                        "/api/v1/web/search/topsearch/?query={open}",
                        "{\"users\":[{\"user\":{\"pk\":\"{id}\""),
                Showing.of(
                                Variant.NAMES_COLLIDING,
                                Showing.Who.MEMBER,
                                "/api/v1/web/search/topsearch/?query={open}",
                                "\"pk\":\"{id}\"")
                        .without("{\"users\":[{\"user\":{\"pk\":\"{id}\""),
                Showing.of(
                        Variant.COMPOSER_CONTENTEDITABLE,
                        Showing.Who.MEMBER,
                        chat,
                        "role=\"textbox\"",
                        "contenteditable=\"true\"",
                        "aria-label=\"Message\"",
                        "data-lexical-editor=\"true\""),
                Showing.of(Variant.COMPOSER_TEXTAREA, Showing.Who.MEMBER, chat, "<textarea placeholder=\"Message...\""),
                Showing.of(
                        Variant.THREAD_GRID,
                        Showing.Who.MEMBER,
                        chat,
                        "role=\"grid\"",
                        "role=\"row\"",
                        "You sent",
                        "href=\"/direct/t/"),
                Showing.of(Variant.THREAD_CONVERSATION, Showing.Who.MEMBER, chat, "aria-label=\"Conversation with "),
                Showing.of(
                        Variant.THREAD_PAGELET,
                        Showing.Who.MEMBER,
                        chat,
                        "data-pagelet=\"IGDMessagesList\"",
                        "role=\"group\"",
                        "IGDInboxHeaderOffMsys",
                        "IGDComposerForCannes"),
                Showing.of(Variant.INVITE_NONE, Showing.Who.MEMBER, chat, "data-composer"),
                Showing.of(
                                Variant.INVITE_SENT,
                                Showing.Who.MEMBER,
                                chat,
                                "Invite sent",
                                "You can send more messages after your invite is accepted.")
                        .without("data-composer"),
                Showing.of(Variant.QUOTED_WORDS_NONE, Showing.Who.MEMBER, chat).without("Look what it told me"),
                Showing.of(
                        Variant.QUOTED_WORDS_IN_BUBBLE,
                        Showing.Who.MEMBER,
                        chat,
                        "Look what it told me: Try Again Later"));
    }
}
