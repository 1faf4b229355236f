package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;

/** Profiles. */
final class ProfileShowings {

    private ProfileShowings() {}

    static Stream<Showing> all() {
        return profiles();
    }

    private static Stream<Showing> profiles() {
        String profile = "/{open}/";
        return Stream.of(
                Showing.of(Variant.FOLLOW_TEXT, Showing.Who.MEMBER, profile, "data-look=\"text\"", "<div>Follow</div>"),
                Showing.of(
                        Variant.FOLLOW_ICON, Showing.Who.MEMBER, profile, "data-look=\"icon\"", "data-face=\"icon\""),
                Showing.of(
                        Variant.FOLLOW_CHEVRON,
                        Showing.Who.MEMBER,
                        profile,
                        "data-look=\"chevron\"",
                        "aria-label=\"Down chevron icon\""),
                Showing.of(Variant.SUGGESTIONS_NONE, Showing.Who.MEMBER, profile)
                        .without("Suggested for you"),
                Showing.of(
                        Variant.SUGGESTIONS_SHOWN, Showing.Who.MEMBER, profile, "Suggested for you", "data-suggested"),
                Showing.of(
                        Variant.UNFOLLOW_MENU,
                        Showing.Who.MEMBER,
                        profile,
                        "data-unfollow=\"menu\"",
                        "Add to favorites"),
                Showing.of(Variant.UNFOLLOW_TWO_STEPS, Showing.Who.MEMBER, profile, "data-unfollow=\"two_steps\""),
                Showing.of(
                        Variant.UNFOLLOW_CONFIRM, Showing.Who.MEMBER, profile, "data-unfollow=\"confirm\"", ">Cancel<"),
                Showing.of(Variant.MESSAGE_BUTTON, Showing.Who.MEMBER, profile, ">Message</div>")
                        .without("Send message"),
                Showing.of(
                                Variant.MESSAGE_IN_OPTIONS,
                                Showing.Who.MEMBER,
                                profile,
                                "aria-label=\"Options\"",
                                ">Send message<")
                        .without(">Message</div>"),
                Showing.of(Variant.MESSAGE_ABSENT, Showing.Who.MEMBER, profile, "aria-label=\"Options\"")
                        .without("Send message", ">Message</div>"),
                Showing.of(Variant.CHAT_THREAD, Showing.Who.MEMBER, profile, "data-chat=\"thread\""),
                Showing.of(Variant.CHAT_PANEL, Showing.Who.MEMBER, profile, "data-chat=\"panel\""),
                Showing.of(
                        Variant.MISSING_NOT_FOUND,
                        Showing.Who.MEMBER,
                        "/nobody.at.all/",
                        "this page isn",
                        "The link you followed may be broken"),
                Showing.of(Variant.MISSING_OK, Showing.Who.MEMBER, "/nobody.at.all/", "this page isn"),
                Showing.of(Variant.MISSING_NEWER, Showing.Who.MEMBER, "/nobody.at.all/", "Profile isn"));
    }
}
