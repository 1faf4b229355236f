package dev.parley.instagram.http;

/** What can be sent in a header. */
public final class HeaderText {

    private HeaderText() {}

    /** Printable ASCII only; the HTTP library throws at anything else, and quotes it. */
    public static boolean isSendable(String value) {
        return value.chars().allMatch(c -> ' ' <= c && c <= '~');
    }
}
