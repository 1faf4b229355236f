package dev.parley.server.mailing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with variables in braces, such as {@code {username}}. */
record Template(String text) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z][a-z0-9_]{0,30})}");

    /** The first variable that nothing is known of. */
    Optional<String> missing(Named person) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> value(person, name).isBlank())
                .findFirst();
    }

    String of(Named person) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(person, found.group(1))));
    }

    private static String value(Named person, String name) {
        return name.equals(Named.USERNAME)
                ? person.username()
                : person.variables().getOrDefault(name, "");
    }
}
