package dev.parley.server.connection;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.Shortcode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A call that changes nothing, by which one sees whether a driver still understands Instagram. */
enum DriverCheck {
    CURRENT_USER(Capability.SESSION, instagram -> instagram.currentUser().then(DriverCheck::one)),
    PERSON(Capability.PEOPLE, instagram -> instagram.person(own(instagram)).then(DriverCheck::one)),
    FRIENDSHIP(
            Capability.FRIENDSHIP,
            instagram -> known(
                    instagram, profile -> instagram.friendship(profile.person()).then(DriverCheck::one))),
    HASHTAG(
            Capability.HASHTAG,
            instagram -> instagram.hashtag(DriverCheck.EVERYBODYS, null).then(DriverCheck::page)),
    FOLLOWERS(
            Capability.FOLLOW_LISTS,
            instagram -> known(
                    instagram,
                    profile -> instagram.followers(profile.person(), null).then(DriverCheck::page))),
    LIKERS(Capability.LIKERS, DriverCheck::likers),
    POSTS(
            Capability.POSTS,
            instagram -> known(
                    instagram,
                    profile -> instagram.posts(profile.person(), null).then(DriverCheck::page))),
    FEED(Capability.FEED, instagram -> instagram.feed(null).then(DriverCheck::page)),
    STORIES(Capability.STORIES, instagram -> instagram.storyTray().then(DriverCheck::all)),
    INBOX(Capability.CONVERSATIONS, instagram -> instagram.inbox(null).then(DriverCheck::page)),
    PUBLISHING_QUOTA(
            Capability.PUBLISH, instagram -> instagram.publishingQuota().then(DriverCheck::one));

    /** A hashtag that always has posts. */
    private static final String EVERYBODYS = "travel";

    private final Capability capability;
    private final Function<Instagram, Outcome<Integer>> asking;

    DriverCheck(Capability capability, Function<Instagram, Outcome<Integer>> asking) {
        this.capability = capability;
        this.asking = asking;
    }

    static List<DriverCheck> of(Set<Capability> offered) {
        return Stream.of(values())
                .filter(check -> offered.contains(check.capability))
                .toList();
    }

    static Optional<DriverCheck> named(String word) {
        return Stream.of(values()).filter(check -> check.word().equals(word)).findFirst();
    }

    /** As it stands in addresses and reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Capability capability() {
        return capability;
    }

    /** How much was read. */
    Outcome<Integer> ask(Instagram instagram) {
        return asking.apply(instagram);
    }

    private static String own(Instagram instagram) {
        SessionSnapshot session = instagram.session();
        return session.username();
    }

    private static Outcome<Integer> known(Instagram instagram, Function<Profile, Outcome<Integer>> next) {
        return instagram.currentUser().then(next);
    }

    /** Of a post by somebody whom everybody may see. */
    private static Outcome<Integer> likers(Instagram instagram) {
        return instagram
                .hashtag(EVERYBODYS, null)
                .then(posts -> posts.items().stream()
                        .filter(post -> !post.owner().isPrivate())
                        .map(Media::code)
                        .flatMap(code -> Shortcode.find(code).stream())
                        .findFirst()
                        .map(post -> instagram.likers(post).then(DriverCheck::all))
                        .orElseGet(() -> new Outcome.Done<>(0)));
    }

    private static Outcome<Integer> one(Object read) {
        return new Outcome.Done<>(1);
    }

    private static Outcome<Integer> page(Page<?> read) {
        return new Outcome.Done<>(read.items().size());
    }

    private static Outcome<Integer> all(Collection<?> read) {
        return new Outcome.Done<>(read.size());
    }
}
