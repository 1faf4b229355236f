package dev.parley.instagram.browser.page;

import dev.parley.instagram.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the site says when it stops an account: read in dialogs and alerts only, for conversations may quote the same words. */
public final class BlockDialogs {

    /** Fact: "Try Again Later" alone is ordinary copy; only these sentences, or the older title, tell of a block. */
    private static final List<String> BLOCKED = List.of(
            "We restrict certain activity to protect our community", "We limit how often you can do certain things");

    private static final String OLDER_TITLE = "Action Blocked";
    private static final String THROTTLED = "Please wait a few minutes before you try again.";

    private BlockDialogs() {}

    public static @Nullable Refusal of(Scene scene) {
        return scene.notices().stream()
                .map(BlockDialogs::of)
                .filter(refusal -> refusal != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Refusal of(Scene.Notice notice) {
        String text = notice.text().strip();
        if (notice.isDialog()
                && (text.startsWith(OLDER_TITLE) || BLOCKED.stream().anyMatch(text::contains))) {
            return new Refusal.ActionBlocked("Instagram blocks this kind of action for now");
        }
        return text.equals(THROTTLED) ? new Refusal.RateLimited("Instagram asks to wait a few minutes", null) : null;
    }

    /** Whether the site says that something did not work, and no more. */
    public static boolean saysSomethingWentWrong(Scene scene) {
        return scene.notices().stream().anyMatch(notice -> notice.text().contains("Something went wrong"));
    }
}
