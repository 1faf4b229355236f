package dev.parley.server.tenancy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Words that somebody searches for, as PostgreSQL asks for them. */
public final class SearchWords {

    private SearchWords() {}

    /** All of the words, or words that begin so; empty where the text has no words at all. */
    public static String beginning(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}
