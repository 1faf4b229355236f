package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Manners;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the official API shows itself, as JSON. */
final class MannersJson {
    static final Set<String> FIELDS = Set.of(
            "wrapped", "flat", "signed_by", "duplicates", "reversed", "held", "usage", "quota_total", "localised");

    private static final int MOST_DUPLICATES = 10;
    private static final int MOST_PERCENT = 1_000;
    private static final int LARGEST_QUOTA = 1_000_000;

    private MannersJson() {}

    static Map<String, @Nullable Object> of(Manners manners) {
        return Json.object(
                "wrapped", manners.wrapped(),
                "flat", manners.flat(),
                "signed_by", label(manners.signedBy()),
                "duplicates", manners.duplicates(),
                "reversed", manners.reversed(),
                "held", manners.held(),
                "usage", manners.usage(),
                "quota_total", manners.quotaTotal(),
                "localised", manners.localised());
    }

    /** What the body does not name stays. */
    static Manners changed(Manners now, AdminBody body) {
        return new Manners(
                body.flag("wrapped").orElse(now.wrapped()),
                body.flag("flat").orElse(now.flat()),
                body.text("signed_by").map(MannersJson::flavour).orElse(now.signedBy()),
                number(body, "duplicates", 0, MOST_DUPLICATES, now.duplicates()),
                body.flag("reversed").orElse(now.reversed()),
                body.flag("held").orElse(now.held()),
                number(body, "usage", -1, MOST_PERCENT, now.usage()),
                number(body, "quota_total", 0, LARGEST_QUOTA, now.quotaTotal()),
                body.flag("localised").orElse(now.localised()));
    }

    private static int number(AdminBody body, String field, int least, int most, int now) {
        return body.integer(field, least, most).map(Math::toIntExact).orElse(now);
    }

    static String label(Flavour flavour) {
        return flavour.name().toLowerCase(Locale.ROOT);
    }

    static Flavour flavour(String label) {
        return Arrays.stream(Flavour.values())
                .filter(flavour -> label(flavour).equals(label))
                .findFirst()
                .orElseThrow(() -> new BadRequest("Unknown login " + label + "; there are instagram and facebook"));
    }
}
