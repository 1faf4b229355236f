package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;
import java.util.Optional;

/** What the site has against an account, or wants from its owner first: a page that is in the way of all others. */
public final class Standing {
    public static final String SUSPENDED = "/accounts/suspended/";
    public static final String DISABLED = "/accounts/disabled/";
    public static final String WARNING = "/accounts/scraping_warning/";
    public static final String CONSENT = "/consent/";

    private Standing() {}

    static Optional<Answer> pageInTheWay(Visit visit) {
        return address(visit.look()).map(Redirects::to);
    }

    static Optional<Answer> replyInTheWay(Visit visit) {
        Look look = visit.look();
        return address(look).map(address -> switch (look.of(Dimension.STANDING)) {
            case STANDING_DATA_CHANGES, STANDING_TERMS, STANDING_ADS_CHOICE -> Replies.consentRequired();
            default -> Replies.checkpointRequired(address);
        });
    }

    private static Optional<String> address(Look look) {
        return switch (look.of(Dimension.STANDING)) {
            case STANDING_SUSPENDED -> Optional.of(SUSPENDED);
            case STANDING_DISABLED -> Optional.of(DISABLED);
            case STANDING_SCRAPING_WARNING ->
                Optional.of(WARNING + "?challenge_context=" + Variant.STANDING_SCRAPING_WARNING.label());
            case STANDING_DATA_CHANGES, STANDING_TERMS, STANDING_ADS_CHOICE ->
                Optional.of(CONSENT + "?flow=ig_" + look.of(Dimension.STANDING).label());
            default -> Optional.empty();
        };
    }
}
