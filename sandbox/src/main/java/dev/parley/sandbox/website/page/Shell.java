package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param viewer whoever is signed in
 * @param unread how many conversations have something new
 * @param scripts modules that the page needs besides the common one
 * @param blocked whether the page opens with the dialog that blocks an action
 */
public record Shell(
        String title, @Nullable Account viewer, int unread, Look look, List<String> scripts, boolean blocked) {

    public static Shell of(String title, Visit visit, String... scripts) {
        Account viewer = visit.session().map(Session::account).orElse(null);
        int unread = viewer == null ? 0 : unread(viewer, visit);
        String counted = unread == 0 ? title : "(" + unread + ") " + title;
        return new Shell(counted, viewer, unread, visit.look(), List.of(scripts), false);
    }

    /** The same as another account sees it. */
    public Shell lookingLike(Look other) {
        return new Shell(title, viewer, unread, other, scripts, blocked);
    }

    /** The same without navigation: for a page that is in the way of all others. */
    public Shell bare() {
        return new Shell(title, null, 0, look, scripts, blocked);
    }

    /** The same, opening with the dialog that blocks an action. */
    Shell blocking() {
        return new Shell(title, viewer, unread, look, scripts, true);
    }

    public boolean has(Variant variant) {
        return look.has(variant);
    }

    public BlockWords blockWords() {
        return BlockWords.of(look);
    }

    private static int unread(Account viewer, Visit visit) {
        return (int) visit.state().conversations().of(viewer.id(), false, 1).stream()
                .filter(chat -> chat.unread() > 0)
                .count();
    }
}
