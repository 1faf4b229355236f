package dev.parley.instagram.browser;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.finder.Wanted;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.Found;
import dev.parley.instagram.browser.page.ProfilePage;
import dev.parley.instagram.browser.page.ProfilePage.Control;
import dev.parley.instagram.browser.page.ProfilePage.Shown;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Following and unfollowing on people's profiles. What is so already is not asked for again. */
final class Following {

    private static final String ABOUT = "/friendships/";

    private final Seat seat;

    Following(Seat seat) {
        this.seat = seat;
    }

    Outcome<Friendship> follow(Person person) {
        return change("follow", person, Following::follow);
    }

    Outcome<Friendship> unfollow(Person person) {
        return change("unfollow", person, Following::unfollow);
    }

    private interface Change {
        Friendship make(Errand errand, Person person);
    }

    private Outcome<Friendship> change(String call, Person person, Change change) {
        if (!Address.isUsername(person.username())) {
            return Seat.refused(new Refusal.InvalidTarget("Not an Instagram username; nothing was asked"));
        }
        return seat.change(call, errand -> change.make(errand, person));
    }

    /** The person's own profile, which names them. */
    static Shown.Person profile(Errand errand, Person person) {
        return recognised(errand, person, sight -> errand.watch(sight, errand.deadline()));
    }

    private static Shown.Person recognised(Errand errand, Person person, Function<Errand.Sight<Shown>, Shown> look) {
        boolean missing = Arrivals.isMissing(errand.open("/" + person.username() + "/"));
        Shown shown = missing ? new Shown.Nobody() : look.apply(sight(person));
        return switch (shown) {
            case Shown.Nobody() ->
                throw new Stopped(new Refusal.UserNotFound("Instagram shows no profile of " + person.username()));
            case Shown.SomebodyElse() ->
                throw new Stopped(new Refusal.InvalidTarget("The profile is not that of " + person.username()));
            case Shown.Person known -> known;
        };
    }

    private static Errand.Sight<Shown> sight(Person person) {
        return (page, scene, wire) -> {
            Obstacles.endAt(scene, wire);
            return new ProfilePage(page, person.username()).shown(scene);
        };
    }

    private static Friendship follow(Errand errand, Person person) {
        Shown.Person shown = recognised(
                errand,
                person,
                sight -> new LastResort(errand)
                        .watch(
                                sight,
                                Wanted.FOLLOW,
                                person.username(),
                                found -> new Shown.Person(Control.FOLLOW, false, found)));
        Control control = shown.control();
        return switch (control) {
            case FOLLOWING, REQUESTED -> friendship(shown);
            case FOLLOW, FOLLOW_BACK -> {
                Found found = shown.found();
                yield found == null ? press(errand, person, control) : press(errand, person, found);
            }
            case UNBLOCK, EDIT -> throw new Stopped(notToFollow(control));
        };
    }

    private static Friendship press(Errand errand, Person person, Control control) {
        errand.askWhenPossible(page -> new ProfilePage(page, person.username()).press(control));
        return friendship(settled(errand, person, true), control == Control.FOLLOW_BACK);
    }

    /** What a button says that is not known is not known either; the site itself is asked what came of it. */
    private static Friendship press(Errand errand, Person person, Found found) {
        errand.askWhenPossible(page -> found.press());
        errand.settle(ABOUT, (page, scene, wire) -> Verdict.hasCome(wire, ABOUT) ? true : null);
        Friendship now = People.friendship(errand, person);
        if (now.following() || now.requested()) {
            return now;
        }
        throw new Stopped(new Refusal.Unanswered("The button was pressed, and the account does not follow the person"));
    }

    private static Friendship unfollow(Errand errand, Person person) {
        Shown.Person shown = profile(errand, person);
        Control control = shown.control();
        return switch (control) {
            case FOLLOW, FOLLOW_BACK -> friendship(shown);
            case FOLLOWING, REQUESTED -> {
                errand.act(page -> new ProfilePage(page, person.username()).press(control));
                pressUnfollow(errand, person);
                yield friendship(settled(errand, person, false), false);
            }
            case UNBLOCK, EDIT -> throw new Stopped(notToFollow(control));
        };
    }

    /** Fact: the menu's "Unfollow" may be it, or may lead to a question with another one. */
    private static void pressUnfollow(Errand errand, Person person) {
        errand.see((page, wire) -> new ProfilePage(page, person.username()).offersUnfollow() ? true : null);
        errand.askWhenPossible(page -> new ProfilePage(page, person.username()).pressUnfollow());
        boolean asksAgain = errand.settle(ABOUT, (page, scene, wire) -> {
            var profile = new ProfilePage(page, person.username());
            if (Verdict.hasCome(wire, ABOUT)) {
                return false;
            }
            return profile.offersUnfollow() ? Boolean.TRUE : isFollowed(profile.shown(scene)) ? null : Boolean.FALSE;
        });
        if (asksAgain) {
            errand.askWhenPossible(page -> new ProfilePage(page, person.username()).pressUnfollow());
        }
    }

    private static Shown.Person settled(Errand errand, Person person, boolean followed) {
        return errand.settle(ABOUT, (page, scene, wire) -> {
            Shown shown = new ProfilePage(page, person.username()).shown(scene);
            return shown instanceof Shown.Person known && isFollowed(known) == followed ? known : null;
        });
    }

    private static boolean isFollowed(@Nullable Shown shown) {
        return shown instanceof Shown.Person(Control control, boolean isPrivate, var found)
                && (control == Control.FOLLOWING || control == Control.REQUESTED);
    }

    private static Refusal notToFollow(Control control) {
        return new Refusal.InvalidTarget(
                control == Control.EDIT ? "This is the account itself" : "The account has blocked this person");
    }

    private static Friendship friendship(Shown.Person shown) {
        return friendship(shown, false);
    }

    private static Friendship friendship(Shown.Person shown, boolean followedBy) {
        Control control = shown.control();
        return new Friendship(
                control == Control.FOLLOWING,
                control == Control.REQUESTED,
                followedBy || control == Control.FOLLOW_BACK,
                control == Control.UNBLOCK,
                shown.isPrivate() || control == Control.REQUESTED);
    }
}
