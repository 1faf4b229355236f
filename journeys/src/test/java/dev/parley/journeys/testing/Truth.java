package dev.parley.journeys.testing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What really happened at the fake Instagram, and what its administrator can make happen. */
public record Truth(Api sandbox) {

    /** What all accounts of the sandbox sign in with. */
    public static final String PASSWORD = "sandbox-pass";

    static final String TOTP_SECRET = "JBSWY3DPEHPK3PXP";
    private static final int MADE = 201;

    static Truth of(URI sandbox) {
        return new Truth(Api.of(sandbox));
    }

    /**
     * One sender and one target.
     *
     * @param asked how many requests arrived
     * @param times how often it took effect
     */
    public record Follow(String sender, String target, int asked, int times, boolean inForce, Instant at) {}

    public List<Follow> follows() {
        return follows("");
    }

    public List<Follow> followsOf(String sender) {
        return follows("?sender=" + sender);
    }

    private List<Follow> follows(String query) {
        return sandbox.get("/_sandbox/truth/follows" + query).expect(200).list("").stream()
                .map(Truth::follow)
                .toList();
    }

    private static Follow follow(JsonNode row) {
        return new Follow(
                row.path("sender").asString(),
                row.path("target").asString(),
                row.path("asked").asInt(),
                row.path("times").asInt(),
                row.path("in_force").asBoolean(),
                Instant.parse(row.path("at").asString()));
    }

    /**
     * One sender and one post.
     *
     * @param code in the post's address
     * @param asked how many requests arrived
     * @param times how often it took effect
     */
    public record Like(String sender, String target, String code, int asked, int times, boolean inForce, Instant at) {}

    public List<Like> likes() {
        return sandbox.get("/_sandbox/truth/likes").expect(200).list("").stream()
                .map(row -> new Like(
                        row.path("sender").asString(),
                        row.path("target").asString(),
                        row.path("code").asString(),
                        row.path("asked").asInt(),
                        row.path("times").asInt(),
                        row.path("in_force").asBoolean(),
                        Instant.parse(row.path("at").asString())))
                .toList();
    }

    /**
     * One viewer and one story.
     *
     * @param asked how often it was reported as watched
     * @param times how often it became watched
     */
    public record StoryView(String viewer, String target, int asked, int times, boolean inForce, Instant at) {}

    public List<StoryView> storyViews() {
        return sandbox.get("/_sandbox/truth/story-views").expect(200).list("").stream()
                .map(row -> new StoryView(
                        row.path("viewer").asString(),
                        row.path("target").asString(),
                        row.path("asked").asInt(),
                        row.path("times").asInt(),
                        row.path("in_force").asBoolean(),
                        Instant.parse(row.path("at").asString())))
                .toList();
    }

    /**
     * One message, after de-duplication by its token.
     *
     * @param asked how many requests arrived
     * @param timesReceived how often the recipient got it
     */
    public record Message(String sender, String recipient, String text, int asked, int timesReceived, Instant at) {}

    public List<Message> messages() {
        return sandbox.get("/_sandbox/truth/messages").expect(200).list("").stream()
                .map(row -> new Message(
                        row.path("sender").asString(),
                        row.path("recipient").asString(),
                        row.path("text").asString(),
                        row.path("asked").asInt(),
                        row.path("times_received").asInt(),
                        Instant.parse(row.path("at").asString())))
                .toList();
    }

    /** Somebody writes to an account. */
    public void write(String from, String to, String text) {
        sandbox.post("/_sandbox/messages", Map.of("from", from, "to", to, "text", text))
                .expect(MADE);
    }

    /** How each sign-in of an account ended, oldest first. */
    public List<String> logins(String account) {
        return sandbox.get("/_sandbox/truth/logins?account=" + account).expect(200).list("").stream()
                .map(row ->
                        row.path("how").asString() + ": " + row.path("outcome").asString())
                .toList();
    }

    /** The newest code that was sent to an account's owner. */
    public String newestCode(String account) {
        var codes =
                sandbox.get("/_sandbox/outbox?account=" + account).expect(200).list("");
        return codes.getLast().path("code").asString();
    }

    /** What the authenticator app of {@code tomas.totp} shows now. */
    public String totpNow() {
        return Totp.at(TOTP_SECRET, Instant.now());
    }

    /** Accounts {@code <prefix>…} with no second factor; their usernames. */
    public List<String> makeAccounts(String prefix, int count) {
        var made = sandbox.post("/_sandbox/accounts", Map.of("prefix", prefix, "count", count, "signed_in", false));
        return made.expect(MADE).list("").stream()
                .map(account -> account.path("username").asString())
                .toList();
    }

    /** Somebody writes to an account. */
    public void writes(String from, String to, String text) {
        sandbox.post("/_sandbox/messages", Map.of("from", from, "to", to, "text", text))
                .expect(MADE);
    }

    public void script(Map<String, ?> fault) {
        sandbox.post("/_sandbox/script", fault).expect(MADE);
    }

    public void endScript() {
        sandbox.delete("/_sandbox/script").expect(200);
    }
}
