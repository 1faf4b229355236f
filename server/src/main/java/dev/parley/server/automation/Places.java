package dev.parley.server.automation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Shortcode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where people are found. Asks Instagram. */
record Places(Instagram instagram) {

    private static final int PART = 100;

    private static final Comparator<Sighting> BY_LAST_POST = comparing(Sighting::lastPost, nullsFirst(naturalOrder()));

    /** A page of people, each of them once, in the order in which Instagram names them. */
    Outcome<Page<Sighting>> page(Finding finding) {
        return switch (finding.source()) {
            case Hashtag.STORED ->
                instagram.hashtag(finding.requireName(), finding.cursor()).then(Places::owners);
            case Likers.STORED ->
                instagram
                        .likers(new Shortcode(finding.requireName()))
                        .then(likers -> new Outcome.Done<>(part(likers, finding.cursor())));
            case Source.Followers.STORED -> list(finding, instagram::followers);
            case Source.Following.STORED -> list(finding, instagram::following);
            case Source.People.STORED ->
                instagram
                        .person(finding.requireName())
                        .then(person -> seen(person, finding.action()))
                        .then(person -> done(List.of(person), finding.next()));
            case Source.Followed.STORED ->
                instagram
                        .storyTray()
                        .then(tray -> done(tray.stream().map(Sighting::of).toList(), null));
            case Source.Feed.STORED ->
                instagram.feed(finding.cursor()).then(Places::owners).then(Places::newestFirst);
            case Source.OfJob.STORED ->
                done(finding.people().stream().map(Sighting::of).toList(), finding.next());
            default -> throw new IllegalStateException("nobody is found by " + finding.source());
        };
    }

    private static Outcome<Page<Sighting>> done(List<Sighting> people, @Nullable String next) {
        return new Outcome.Done<>(new Page<>(people, next));
    }

    private Outcome<Sighting> seen(Profile person, JobAction action) {
        return action == JobAction.LIKE ? withNewestPost(person) : new Outcome.Done<>(Sighting.whole(person));
    }

    /** A person who has pinned posts shows them before newer ones, and posts of others among their own. */
    private Outcome<Sighting> withNewestPost(Profile person) {
        return switch (instagram.posts(person.person(), null)) {
            case Outcome.Done<Page<Media>>(Page<Media> posts) ->
                new Outcome.Done<>(Sighting.whole(
                        person,
                        posts.items().stream()
                                .filter(post -> post.owner().id().equals(person.id()))
                                .max(comparing(Media::takenAt))
                                .orElse(null)));
            case Outcome.Refused<Page<Media>>(Refusal.PrivateAccount hidden) ->
                new Outcome.Done<>(Sighting.whole(person));
            case Outcome.Refused<Page<Media>>(Refusal refusal) -> new Outcome.Refused<>(refusal);
        };
    }

    /** Of a list that comes as a whole: no more at once than a job may need. */
    private static Page<Sighting> part(List<Profile> all, @Nullable String cursor) {
        var from = cursor == null ? 0 : Math.min(Integer.parseInt(cursor), all.size());
        var to = Math.min(from + PART, all.size());
        return new Page<>(
                all.subList(from, to).stream().map(Sighting::of).toList(), to < all.size() ? String.valueOf(to) : null);
    }

    /** Each with the newest of their posts. */
    private static Outcome<Page<Sighting>> owners(Page<Media> posts) {
        var owners = posts.items().stream()
                .map(Sighting::of)
                .collect(toMap(Sighting::id, Function.identity(), Places::newer, LinkedHashMap::new));
        return done(List.copyOf(owners.values()), posts.next());
    }

    private static Outcome<Page<Sighting>> newestFirst(Page<Sighting> owners) {
        return done(owners.items().stream().sorted(BY_LAST_POST.reversed()).toList(), owners.next());
    }

    private static Sighting newer(Sighting one, Sighting other) {
        return BinaryOperator.maxBy(BY_LAST_POST).apply(one, other);
    }

    /** The number of whose list it is, is looked up once, and travels with the cursor. */
    private Outcome<Page<Sighting>> list(
            Finding finding, BiFunction<Person, @Nullable String, Outcome<Page<Profile>>> ask) {
        var cursor = finding.cursor();
        if (cursor == null) {
            return instagram.person(finding.requireName()).then(whose -> list(whose.person(), null, ask));
        }
        var parts = cursor.split(" ", 2);
        return list(new Person(new PersonId(parts[0]), finding.requireName()), parts[1], ask);
    }

    private static Outcome<Page<Sighting>> list(
            Person whose, @Nullable String cursor, BiFunction<Person, @Nullable String, Outcome<Page<Profile>>> ask) {
        return ask.apply(whose, cursor)
                .then(page -> done(
                        page.items().stream().map(Sighting::of).toList(),
                        page.next() == null ? null : whose.id() + " " + page.next()));
    }
}
