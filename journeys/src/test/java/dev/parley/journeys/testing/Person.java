package dev.parley.journeys.testing;

import dev.parley.sandbox.ConsentPage;
import java.net.URI;
import java.util.Map;

/**
 * Somebody who has signed in to Parley.
 *
 * @param api calls in their name
 * @param password secret
 */
public record Person(Api api, String id, String username, String password) {

    /** Long enough, and known to nobody else. */
    private static final String OWN_PASSWORD = "a lamp over 7 quiet harbours";

    /** The driver of the official API, whose accounts are connected without their password. */
    private static final String OFFICIAL = "graph";

    public static Person signIn(Api stranger, String username, String password) {
        var answer = stranger.post("/api/auth/login", Map.of("username", username, "password", password))
                .expect(200);
        return new Person(stranger.withToken(answer.text("token")), answer.text("user/id"), username, password);
    }

    /** Chooses a password of their own, and signs in with it. */
    public Person pastTheFirstPassword() {
        return withPassword(OWN_PASSWORD);
    }

    public Person withPassword(String chosen) {
        changesPassword(chosen).expect(200);
        return signIn(new Api(api.server(), Map.of()), username, chosen);
    }

    public Answer changesPassword(String chosen) {
        return api.put(
                "/api/users/" + id + "/change-password", Map.of("current_password", password, "new_password", chosen));
    }

    /** As an administrator: with a generated password. */
    public Answer adds(String newUsername) {
        return api.post("/api/users", Map.of("username", newUsername, "email", newUsername + "@example.org"))
                .expect(201);
    }

    /** The same person at another node. */
    public Person at(URI server) {
        return new Person(api.at(server), id, username, password);
    }

    public Answer logsInAtInstagram(String account) {
        return logsInAtInstagram(account, Truth.PASSWORD);
    }

    public Answer logsInAtInstagram(String account, String itsPassword) {
        return api.post("/api/bot/login", Map.of("username", account, "password", itsPassword));
    }

    public Answer verifies(String verification, String code) {
        return api.post("/api/bot/verify", Map.of("verification_id", verification, "code", code));
    }

    /** Connects an account without a second factor; returns its id. */
    public String connects(String account) {
        return logsInAtInstagram(account).expect(200).text("account_id");
    }

    /** Connects an account to be worked through one of the drivers; returns its id. */
    public String connects(String account, String driver) {
        var begun = api.post(
                "/api/bot/login",
                driver.equals(OFFICIAL)
                        ? Map.of("username", account, "driver", driver)
                        : Map.of("username", account, "password", Truth.PASSWORD, "driver", driver));
        return driver.equals(OFFICIAL)
                ? agrees(account, begun.expect(202))
                : begun.expect(200).text("account_id");
    }

    private String agrees(String account, Answer begun) {
        var page = new ConsentPage(URI.create(begun.text("verification/page")));
        var broughtBack = ConsentPage.parameters(page.allow(account));
        return api.post(
                        "/api/bot/verify/authorization",
                        Map.of("verification_id", begun.text("verification/id"), "brought_back", broughtBack))
                .expect(200)
                .text("account_id");
    }

    public Answer testsTheSession() {
        return testsTheSession("");
    }

    /**
     * Of one account.
     *
     * @param query names the account, where there are several
     */
    public Answer testsTheSession(String query) {
        return api.post("/api/users/" + id + "/test-session?" + query);
    }

    public Answer follows(String hashtag, int amount) {
        return api.post("/api/bot/actions/follow-hashtag", Map.of("hashtag", hashtag, "amount", amount));
    }

    public Answer job(String jobId) {
        return api.get("/api/bot/jobs/" + jobId).expect(200);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Person[" + username + "]";
    }
}
