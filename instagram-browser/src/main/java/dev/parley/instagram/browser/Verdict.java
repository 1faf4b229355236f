package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.Exchange;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.Gates;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the site has answered to the page's own requests. A page may show a change before the site has agreed to it, and what it shows when
 * the site says no is seldom more than that something went wrong.
 */
final class Verdict {

    private Verdict() {}

    /** The first no; null if there is none. If none can be read any more, where the site has sent the page tells. */
    static @Nullable Refusal of(Wire wire, String about) {
        Refusal answered = answered(wire, about);
        return answered == null ? sentAway(wire) : answered;
    }

    /** The gate that the site has sent the page to on its way, even if it has sent it on from there. */
    static @Nullable Refusal sentAway(Wire wire) {
        return wire.journeys().stream()
                .map(path -> Gates.of(Address.of(path)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The same by answers alone: while signing in, the page is sent to and fro. */
    static @Nullable Refusal answered(Wire wire, String about) {
        return exchanges(wire, about)
                .filter(exchange -> !exchange.isUnderway())
                .map(Verdict::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static boolean isUnderway(Wire wire, String about) {
        return exchanges(wire, about).anyMatch(Exchange::isUnderway);
    }

    /** Whether anything was asked and answered. */
    static boolean hasCome(Wire wire, String about) {
        return exchanges(wire, about).anyMatch(exchange -> !exchange.isUnderway());
    }

    /** The same about one thing of many. */
    static boolean hasCome(Wire wire, String about, String which) {
        return exchanges(wire, about).anyMatch(exchange -> !exchange.isUnderway() && exchange.mentions(which));
    }

    /** Fact: the site has moved many calls to one path, where only the form tells them apart. */
    private static Stream<Exchange> exchanges(Wire wire, String about) {
        return wire.exchanges().stream()
                .filter(exchange ->
                        exchange.path().contains(about) || exchange.path().contains("/graphql"));
    }

    private static @Nullable Refusal of(Exchange exchange) {
        Integer status = exchange.status();
        if (exchange.failure() != null || status == null) {
            return status == null
                    ? new Refusal.Unanswered("No answer from Instagram, or the connection broke")
                    : new Refusal.BadResponse("The answer broke off");
        }
        Said said = said(exchange, status);
        return said == null || (said.agrees() && Gates.of(said.from()) == null) ? null : Complaints.refusal(said);
    }

    /** Null if a no can no longer be read because the page has gone elsewhere: then the other page tells. */
    private static @Nullable Said said(Exchange exchange, int status) {
        String text = exchange.text();
        if (text == null) {
            return null;
        }
        return Said.of(status, exchange.answeredBy(), exchange.header("retry-after"), text)
                .sentThrough(exchange.detours());
    }
}
