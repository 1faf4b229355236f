package dev.parley.sandbox.official;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists in one field of an event, separated by commas. */
final class Lists {

    private Lists() {}

    static String numbers(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Long> numbers(String text) {
        return names(text).stream().map(Long::valueOf).toList();
    }

    static Set<String> names(String text) {
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
