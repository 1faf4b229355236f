package dev.parley.cli.demo;

import java.util.Map;

/** Without an Instagram session, nothing that needs one begins. */
record NothingIsConnected(Scene scene, SomePerson person) {

    void tell() {
        scene.narrator().chapter("No Instagram account is connected");
        scene.step(
                "Starting the bot is refused: SESSION_INVALID, E-AUTH-E-0003",
                () -> refused("/api/bot/start", Map.of()));
        scene.step(
                "So is following by hashtag",
                () -> refused("/api/bot/actions/follow-hashtag", Map.of("hashtag", "travel", "amount", 5)));
        scene.step(
                "The session test says false",
                () -> person.api()
                        .post("/api/users/%s/test-session".formatted(person.id()))
                        .expect(200)
                        .expect("/session_valid", false));
    }

    private void refused(String path, Map<String, Object> body) {
        person.api()
                .post(path, body)
                .expect(409)
                .expect("/error", "SESSION_INVALID")
                .expect("/error_code", "E-AUTH-E-0003");
    }
}
