package dev.parley.server.connection;

import java.util.List;

/**
 * A way of working an account, as it is offered to people.
 *
 * @param driver its name
 * @param usual whether it is the one to begin with
 * @param takesPassword else the owner agrees on Instagram's own page
 * @param needsConsent whether the owner has to accept a risk
 */
public record DriverChoice(String driver, boolean usual, boolean takesPassword, boolean needsConsent) {

    public String title() {
        return switch (driver) {
            case "graph" -> "Meta’s official API";
            case "browser" -> "The website, in a browser";
            default -> "The app’s API";
        };
    }

    public String summary() {
        return switch (driver) {
            case "graph" ->
                "Parley speaks to Instagram as Meta wants programs to. You agree on Instagram’s own page; Parley never sees the password.";
            case "browser" ->
                "Parley signs in on instagram.com in a browser of its own and clicks what you would click.";
            default -> "Parley speaks to Instagram as the app on a phone does.";
        };
    }

    public List<String> pros() {
        return switch (driver) {
            case "graph" ->
                List.of("Instagram’s terms allow it", "No password, and you can take the agreement back on Instagram");
            case "browser" -> List.of("Follows by hashtag", "Works for every kind of account");
            default ->
                List.of("Follows by hashtag", "Fast, and needs little memory", "Works for every kind of account");
        };
    }

    public List<String> cons() {
        return switch (driver) {
            case "graph" ->
                List.of(
                        "For professional accounts only (business or creator)",
                        "Answers people who wrote within the last 24 hours; it cannot write first",
                        "Does not follow, like, or watch stories");
            case "browser" ->
                List.of(
                        "Instagram’s terms do not allow it: the account may be locked for good",
                        "Slower, and needs memory for each open account",
                        "A change of the site can stop it until Parley is updated");
            default ->
                List.of(
                        "Instagram’s terms do not allow it: the account may be locked for good",
                        "A change of the app can stop it until Parley is updated");
        };
    }

    /** How it works the account, in the words in which its risk is told. */
    public String manner() {
        return driver.equals("browser") ? "on the website, as a program" : "as the Instagram app would";
    }
}
