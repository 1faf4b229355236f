package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;

/** What gets in the way. */
final class InterstitialShowings {

    private InterstitialShowings() {}

    static Stream<Showing> all() {
        return Stream.of(interstitials(), refusals()).flatMap(stream -> stream);
    }

    private static Stream<Showing> interstitials() {
        String cookies = "Allow the use of cookies from Instagram on this browser?";
        String question = "Turn on Notifications";
        return Stream.of(
                Showing.of(Variant.COOKIES_NONE, Showing.Who.STRANGER, "/").without("cookies"),
                Showing.of(
                        Variant.COOKIES_BUTTON,
                        Showing.Who.STRANGER,
                        "/",
                        cookies,
                        "Allow all cookies</button>",
                        "Decline optional cookies</button>"),
                Showing.of(
                        Variant.COOKIES_DIV,
                        Showing.Who.STRANGER,
                        "/",
                        cookies,
                        "<span>Allow all cookies</span></div>"),
                Showing.of(
                        Variant.COOKIES_ESSENTIAL,
                        Showing.Who.STRANGER,
                        "/",
                        "Only allow essential cookies",
                        "Allow essential and optional cookies"),
                Showing.of(
                        Variant.COOKIES_ACCEPT,
                        Showing.Who.STRANGER,
                        "/",
                        "Accept cookies from Instagram on this browser?",
                        ">Accept<"),
                Showing.of(Variant.NOTIFICATIONS_NONE, Showing.Who.MEMBER, "/").without(question),
                Showing.of(
                        Variant.NOTIFICATIONS_AT_LOAD,
                        Showing.Who.MEMBER,
                        "/",
                        question,
                        "at_load",
                        ">Turn On<",
                        ">Not Now<"),
                Showing.of(Variant.NOTIFICATIONS_LATE, Showing.Who.MEMBER, "/", question, "data-when=\"late\""),
                Showing.of(Variant.NOTIFICATIONS_OVER_COMPOSER, Showing.Who.MEMBER, "/", question, "over_composer"),
                Showing.of(Variant.NOTIFICATIONS_NO_ROLE, Showing.Who.MEMBER, "/", question, "<div class=\"dialog\">"),
                Showing.of(Variant.STANDING_GOOD, Showing.Who.MEMBER, "/", "aria-label=\"Home\""),
                Showing.of(Variant.STANDING_SUSPENDED, Showing.Who.MEMBER, "/", "We suspended your account", "Appeal"),
                Showing.of(Variant.STANDING_DISABLED, Showing.Who.MEMBER, "/", "We disabled your account"),
                Showing.of(
                        Variant.STANDING_SCRAPING_WARNING,
                        Showing.Who.MEMBER,
                        "/",
                        "We suspect automated behavior on your account",
                        "aria-label=\"Dismiss\""),
                Showing.of(
                        Variant.STANDING_DATA_CHANGES,
                        Showing.Who.MEMBER,
                        "/",
                        "Changes to How We Manage Data",
                        "Review and Agree"),
                Showing.of(
                        Variant.STANDING_TERMS,
                        Showing.Who.MEMBER,
                        "/",
                        "Updates to our Terms",
                        ">Next<",
                        "Agree to Terms"),
                Showing.of(
                        Variant.STANDING_ADS_CHOICE,
                        Showing.Who.MEMBER,
                        "/",
                        "Choose if we process your data for ads",
                        "Get started",
                        "Use free of charge with ads",
                        ">Agree<"));
    }

    private static Stream<Showing> refusals() {
        return Stream.of(
                Showing.of(
                        Variant.BLOCK_RESTRICT,
                        Showing.Who.MEMBER,
                        "/",
                        "Try Again Later",
                        "We restrict certain activity"),
                Showing.of(Variant.BLOCK_LIMIT, Showing.Who.MEMBER, "/", "Try Again Later", "We limit how often"),
                Showing.of(Variant.BLOCK_ACTION_BLOCKED, Showing.Who.MEMBER, "/", "Action Blocked"),
                Showing.of(
                        Variant.REVOKED_COOKIE_STAYS,
                        Showing.Who.SOMEBODY_KNOWN,
                        "/accounts/login/",
                        "type=\"password\""),
                Showing.of(
                        Variant.REVOKED_COOKIE_DELETED,
                        Showing.Who.SOMEBODY_KNOWN,
                        "/accounts/login/",
                        "type=\"password\""));
    }
}
