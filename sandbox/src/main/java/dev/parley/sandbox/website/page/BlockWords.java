package dev.parley.sandbox.website.page;

import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Look;

/** What a dialog says that blocks an action. */
public record BlockWords(String title, String text) {
    private static final String RESTRICT =
            "We restrict certain activity to protect our community. Tell us if you think we made a mistake.";
    private static final String LIMIT =
            "We limit how often you can do certain things on Instagram to protect our community."
                    + " Tell us if you think we made a mistake.";

    public static BlockWords of(Look look) {
        return switch (look.of(Dimension.BLOCK)) {
            case BLOCK_LIMIT -> new BlockWords("Try Again Later", LIMIT);
            case BLOCK_ACTION_BLOCKED -> new BlockWords("Action Blocked", RESTRICT);
            default -> new BlockWords("Try Again Later", RESTRICT);
        };
    }
}
