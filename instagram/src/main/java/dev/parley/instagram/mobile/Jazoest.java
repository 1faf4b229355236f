package dev.parley.instagram.mobile;

/** The check number of the sign-in form. Fact: "2" and the sum of the phone id's character codes. */
final class Jazoest {

    private static final String VERSION = "2";

    private Jazoest() {}

    static String of(String phoneId) {
        return VERSION + phoneId.chars().sum();
    }
}
