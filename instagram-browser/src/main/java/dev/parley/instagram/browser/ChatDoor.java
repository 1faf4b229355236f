package dev.parley.instagram.browser;

import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.browser.finder.Wanted;
import dev.parley.instagram.browser.page.ChatPage;
import dev.parley.instagram.browser.page.ChatPage.Standing;
import dev.parley.instagram.browser.page.ComposeDialog;
import dev.parley.instagram.browser.page.MessageButton;
import dev.parley.instagram.browser.page.ProfilePage;
import dev.parley.instagram.browser.page.Scene;
import java.util.function.Consumer;

/** Gets to a conversation in which something can be typed. Nothing is asked of Instagram that changes anything. */
record ChatDoor(Errand errand) {

    /** By the person's own profile, which names them, or by looking for their username where the profile leads nowhere. */
    void to(Person person) {
        var shown = Following.profile(errand, person);
        if (shown.control() == ProfilePage.Control.EDIT) {
            throw new Stopped(new Refusal.InvalidTarget("This is the account itself; nothing was sent"));
        }
        if (!byProfile()) {
            bySearch(person);
        }
        enter(person.username(), scene -> {});
    }

    private enum Way {
        BUTTON,
        OPTIONS,
        NONE
    }

    private boolean byProfile() {
        Way way = errand.see((page, wire) -> way(new MessageButton(page)));
        return switch (way) {
            case BUTTON -> {
                errand.act(page -> new MessageButton(page).press());
                yield true;
            }
            case OPTIONS -> byOptions();
            case NONE -> false;
        };
    }

    private static Way way(MessageButton button) {
        if (button.isThere()) {
            return Way.BUTTON;
        }
        return button.hasOptions() ? Way.OPTIONS : Way.NONE;
    }

    private boolean byOptions() {
        errand.act(page -> new MessageButton(page).pressOptions());
        boolean offered = errand.see((page, wire) -> {
            var menu = new MessageButton(page);
            return menu.menuIsOpen() ? Boolean.valueOf(menu.menuHasIt()) : null;
        });
        if (offered) {
            errand.act(page -> new MessageButton(page).pressInMenu());
        }
        return offered;
    }

    private void bySearch(Person person) {
        errand.open(ComposeDialog.PATH);
        String username = person.username();
        errand.see((page, wire) -> new ComposeDialog(page, username).isOpen() ? true : null);
        errand.act(page -> new ComposeDialog(page, username).search());
        boolean found = errand.see((page, wire) -> {
            var dialog = new ComposeDialog(page, username);
            if (dialog.offersThem()) {
                return Boolean.TRUE;
            }
            return dialog.foundNobody() ? Boolean.FALSE : null;
        });
        if (!found) {
            throw new Stopped(new Refusal.MessagesRefused("Instagram offers no conversation with this person"));
        }
        errand.act(page -> new ComposeDialog(page, username).choose());
        errand.act(page -> new ComposeDialog(page, username).start());
    }

    /** A conversation that is known already. */
    void to(ThreadId thread) {
        var neighbours = new Neighbours(errand);
        if (!neighbours.leadTo(thread)) {
            endIf(Arrivals.isMissing(errand.open("/direct/t/" + thread.value() + "/")));
            enter("", scene -> endIf(ProfilePage.isMissing(scene)));
            neighbours.remember(thread);
        }
    }

    private static void endIf(boolean missing) {
        if (missing) {
            throw new Stopped(new Refusal.InvalidTarget("Instagram knows no such conversation"));
        }
    }

    private void enter(String username, Consumer<Scene> obstacles) {
        Errand.Sight<Standing> own = (page, scene, wire) -> {
            Obstacles.endAt(scene, wire);
            obstacles.accept(scene);
            return new ChatPage(page).standing();
        };
        Standing standing = new LastResort(errand).watch(own, Wanted.COMPOSER, username, found -> {
            errand.composeIn(found);
            return new Standing.Open();
        });
        switch (standing) {
            case Standing.Open() -> {}
            case Standing.Closed(Refusal refusal) -> throw new Stopped(refusal);
        }
    }
}
