package dev.parley.server.automation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Where people are found. Asks Instagram. */
record Places(Instagram instagram) {

    /** A page of people, each of them once, in the order in which Instagram names them. */
    Outcome<Page<Sighting>> page(Finding finding) {
        return switch (finding.source()) {
            case Hashtag.STORED ->
                instagram.hashtag(finding.requireName(), finding.cursor()).then(Places::owners);
            default -> throw new IllegalStateException("nobody is found by " + finding.source());
        };
    }

    /** Each with the newest of their posts. */
    private static Outcome<Page<Sighting>> owners(Page<Media> posts) {
        var owners = posts.items().stream()
                .map(Sighting::of)
                .collect(toMap(Sighting::id, Function.identity(), Places::newer, LinkedHashMap::new));
        return new Outcome.Done<>(new Page<>(List.copyOf(owners.values()), posts.next()));
    }

    private static Sighting newer(Sighting one, Sighting other) {
        return BinaryOperator.maxBy(comparing(Sighting::lastPost, nullsFirst(naturalOrder())))
                .apply(one, other);
    }
}
