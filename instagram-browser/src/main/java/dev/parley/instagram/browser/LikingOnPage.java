package dev.parley.instagram.browser;

import dev.parley.instagram.Likes;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Post;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.PostPage;
import dev.parley.instagram.browser.page.PostPage.Shown;
import dev.parley.instagram.browser.page.PostPage.Told;

/** Liking posts on their pages. What is so already is not asked for again. */
final class LikingOnPage {

    private static final String ABOUT = "/likes/";

    private final Seat seat;

    LikingOnPage(Seat seat) {
        this.seat = seat;
    }

    Outcome<Media> media(Post post) {
        return seat.read("media", errand -> {
            Shown.Known known = shown(errand, post);
            Told told = errand.tab().step((page, wire) -> told(new PostPage(page, post)), errand.deadline());
            return new Media(
                    post.id(),
                    post.code(),
                    People.profile(errand, told.owner()),
                    told.takenAt(),
                    told.caption(),
                    told.likeCount(),
                    known.liked());
        });
    }

    private static Told told(PostPage page) {
        Told told = page.told();
        if (told == null || !Address.isUsername(told.owner())) {
            throw new Stopped(new Refusal.BadResponse("The page does not say whose post it is, or of when"));
        }
        return told;
    }

    Outcome<Likes.Liking> like(Post post) {
        return seat.change("like", errand -> make(errand, post, true));
    }

    Outcome<Likes.Liking> unlike(Post post) {
        return seat.change("unlike", errand -> make(errand, post, false));
    }

    private static Likes.Liking make(Errand errand, Post post, boolean liked) {
        if (shown(errand, post).liked() != liked) {
            errand.askWhenPossible(page -> new PostPage(page, post).press());
            errand.settle(
                    ABOUT,
                    (page, scene, wire) ->
                            new PostPage(page, post).shown(scene) instanceof Shown.Known(boolean now) && now == liked
                                    ? true
                                    : null);
        }
        return new Likes.Liking(post.id(), liked);
    }

    private static Shown.Known shown(Errand errand, Post post) {
        boolean missing = Arrivals.isMissing(errand.open("/p/" + post.code() + "/"));
        Shown shown = missing
                ? new Shown.Gone()
                : errand.<Shown>watch(
                        (page, scene, wire) -> {
                            Obstacles.endAt(scene, wire);
                            return new PostPage(page, post).shown(scene);
                        },
                        errand.deadline());
        return switch (shown) {
            case Shown.Gone() -> throw new Stopped(new Refusal.MediaUnavailable("Instagram does not show this post"));
            case Shown.Nonsense() -> throw new Stopped(new Refusal.BadResponse("The page is none of a post"));
            case Shown.Known known -> known;
        };
    }
}
