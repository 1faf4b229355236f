package dev.parley.instagram.http;

import java.util.regex.Pattern;

/** Words of an answer, fit for a sentence in a log: short, without control characters, tokens and addresses. */
public final class Quote {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Long unbroken runs are tokens, cookies or addresses, except for names such as sms_code_validation_code_invalid. */
    private static final Pattern TOKEN = Pattern.compile("(?![a-z_]+(?:\\s|$))\\S{24,}");

    private Quote() {}

    public static String of(String words) {
        String line = CONTROL.matcher(shortened(words)).replaceAll(" ");
        return TOKEN.matcher(line).replaceAll("…").strip();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
