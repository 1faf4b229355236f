package dev.parley.instagram.browser;

import com.microsoft.playwright.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.Arrival;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.browser.chromium.Tab;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.finder.ElementFinder;
import dev.parley.instagram.browser.page.ChatPage;
import dev.parley.instagram.browser.page.Found;
import dev.parley.instagram.browser.page.Interstitials;
import dev.parley.instagram.browser.page.Interstitials.Answered;
import dev.parley.instagram.browser.page.Scene;
import dev.parley.instagram.http.Deadline;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call for one account: what is done on its page, until when, and whether Instagram has been asked to change anything yet. What is in the way
 * ends it with {@link Stopped}.
 */
final class Errand {

    private final Tabs.Lease lease;
    private final Settings settings;
    private final Deadline deadline;
    private final Deadline end;
    private final boolean changes;
    private boolean spoken;
    private @Nullable Consumer<Page> parting;
    private volatile boolean asked;
    private volatile @Nullable Found composer;

    /**
     * @param deadline until which things are done
     * @param end until which what went wrong is looked at
     * @param changes whether this is to change something at Instagram
     */
    Errand(Tabs.Lease lease, Settings settings, Deadline deadline, Deadline end, boolean changes) {
        this.lease = lease;
        this.settings = settings;
        this.deadline = deadline;
        this.end = end;
        this.changes = changes;
    }

    Tabs.Lease lease() {
        return lease;
    }

    Tab tab() {
        return lease.tab();
    }

    String base() {
        return settings.base();
    }

    Deadline deadline() {
        return deadline;
    }

    /** Until which what went wrong is looked at. */
    Deadline end() {
        return end;
    }

    ElementFinder finder() {
        return settings.finder();
    }

    /** From now on messages are typed into this field. */
    void composeIn(Found field) {
        composer = field;
    }

    ChatPage chat(Page page) {
        Found field = composer;
        return field == null ? new ChatPage(page) : new ChatPage(page, field);
    }

    /** Goes to a page of the site; ends if it does not come, but not if it is missing. */
    Arrival.Arrived open(String path) {
        spoken = true;
        return switch (tab().go(base() + path, deadline)) {
            case Arrival.Arrived arrived -> Arrivals.checked(arrived, changes);
            case Arrival.Failed failed -> throw new Stopped(Arrivals.refusal(failed, changes && !asked));
        };
    }

    /** Goes to a page that asks Instagram for the change by itself as soon as it is shown, and is left in the end. */
    Arrival.Arrived openAsking(String path) {
        ask(page -> {});
        partWith(page -> page.navigate("about:blank"));
        return open(path);
    }

    /** This is done with the page in the end, whatever the outcome, and changes nothing about it. */
    void partWith(Consumer<Page> action) {
        parting = action;
    }

    void finish() {
        Consumer<Page> action = parting;
        try {
            if (action != null) {
                act(action);
            }
        } catch (BrowserTrouble trouble) {
            // A page that did not even do this has been closed, or is the next call's business.
        }
    }

    /** Waits until something is to be seen; answers what may be answered on the way, and ends at what is in the way. */
    <T> T see(Tab.Look<T> look) {
        return see(look, deadline);
    }

    <T> T see(Tab.Look<T> look, Deadline until) {
        return watch(
                (page, scene, wire) -> {
                    Obstacles.endAt(scene, wire);
                    return look.at(page, wire);
                },
                until);
    }

    /** The same where gates and blocks are what is looked for. */
    <T> T watch(Sight<T> sight, Deadline until) {
        return tab().until(
                        (page, wire) -> {
                            Scene scene = Scene.of(page);
                            Answered answered = Interstitials.answer(page, scene);
                            if (answered instanceof Answered.OwnersChoice(Refusal refusal)) {
                                throw new Stopped(refusal);
                            }
                            return answered == null ? sight.at(page, scene, wire) : null;
                        },
                        until);
    }

    /** A look at a page, knowing what is in the foreground. */
    @FunctionalInterface
    interface Sight<T> {
        @Nullable
        T at(Page page, Scene scene, Wire wire);
    }

    /**
     * After {@link #ask}: waits until the page shows that it is done, and the site has not said no to any request about it.
     *
     * @param about what the paths of such requests contain
     */
    <T> T settle(String about, Sight<T> done) {
        return watch(
                (page, scene, wire) -> {
                    Refusal refusal = Verdict.of(wire, about);
                    Refusal inTheWay = refusal == null ? Obstacles.inTheWay(scene) : refusal;
                    if (inTheWay != null) {
                        throw new Stopped(inTheWay);
                    }
                    return Verdict.isUnderway(wire, about) ? null : done.at(page, scene, wire);
                },
                deadline);
    }

    /** Does something on the page that changes nothing at Instagram. */
    void act(Consumer<Page> action) {
        tab().step(
                        (page, wire) -> {
                            action.accept(page);
                            return true;
                        },
                        deadline);
    }

    /** Goes to another part of the site by something on the page; what the site answers from now on is about that. */
    <T> T turnTo(Function<Page, T> action) {
        spoken = true;
        return tab().step(
                        (page, wire) -> {
                            wire.clear();
                            return action.apply(page);
                        },
                        deadline);
    }

    /** Does the one thing on the page that asks Instagram for the change, once. */
    void ask(Consumer<Page> action) {
        try {
            tab().step(
                            (page, wire) -> {
                                wire.clear();
                                asked = true;
                                action.accept(page);
                                return true;
                            },
                            deadline);
        } catch (BrowserTrouble trouble) {
            if (trouble.kind() == Kind.UNTOUCHED) {
                asked = false;
            }
            throw trouble;
        }
    }

    /** Acts as soon as that can be pressed: for a moment, something else may lie over it. */
    void actWhenPossible(Consumer<Page> action) {
        whenPossible(() -> act(action), Obstacles::endAt);
    }

    /** Asks as soon as that can be pressed. */
    void askWhenPossible(Consumer<Page> action) {
        whenPossible(() -> ask(action), Obstacles::endAt);
    }

    /** Acts as soon as that is possible on a page of a sign-in, which anywhere else would be in the way. */
    void actWhileSigningIn(Consumer<Page> action) {
        whenPossible(() -> act(action), (scene, wire) -> {});
    }

    /** Asks as soon as that is possible on a page of a sign-in. */
    void askWhileSigningIn(Consumer<Page> action) {
        whenPossible(() -> ask(action), (scene, wire) -> {});
    }

    private void whenPossible(Runnable pressing, BiConsumer<Scene, Wire> obstacles) {
        boolean done = false;
        while (!done) {
            watch(
                    (page, scene, wire) -> {
                        obstacles.accept(scene, wire);
                        return true;
                    },
                    deadline);
            try {
                pressing.run();
                done = true;
            } catch (BrowserTrouble trouble) {
                if (trouble.kind() != Kind.UNTOUCHED) {
                    throw trouble;
                }
            }
        }
    }

    /** From now on it is not certain any more that nothing was asked. */
    void markAsked() {
        asked = true;
    }

    void markSpoken() {
        spoken = true;
    }

    boolean asked() {
        return asked;
    }

    /** What trouble with the browser means for whoever called. */
    Refusal meaning(BrowserTrouble trouble) {
        if (asked || (spoken && !changes)) {
            return new Refusal.Unanswered("No answer that could be seen: " + trouble.getMessage());
        }
        return new Refusal.NotSent("Nothing was asked: " + trouble.getMessage());
    }

    /** Where the page is, without the site's own address. */
    String path() {
        String url = tab().step((page, wire) -> page.url(), deadline);
        return url.startsWith(base() + "/") ? url.substring(base().length()) : "/";
    }

    /** Cookies and local storage as they are now, or as last known if the browser does not tell any more. */
    String storage() {
        try {
            return tab().storage(end);
        } catch (BrowserTrouble trouble) {
            return tab().latestStorage();
        }
    }
}
