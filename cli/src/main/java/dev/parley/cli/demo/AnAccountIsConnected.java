package dev.parley.cli.demo;

import java.time.Clock;
import java.util.Map;

/** Instagram asks for a second factor; the answer comes later, after a restart in between. */
record AnAccountIsConnected(Scene scene, SomePerson person, StoryDriver driver) {

    static final String USERNAME = "tomas.totp";

    private static final String PASSWORD = "sandbox-pass";
    private static final Totp AUTHENTICATOR = new Totp("JBSWY3DPEHPK3PXP", Clock.systemUTC());

    void tell() {
        scene.narrator().chapter("An account is connected");
        var verification =
                scene.stepTo("Signing in to Instagram as %s asks for a second factor".formatted(USERNAME), this::logIn);
        scene.step(
                "A wrong code is refused, with tries left",
                () -> answer(verification, AUTHENTICATOR.wrongCode())
                        .expect(422)
                        .expect("/error", "CODE_INVALID")
                        .text("/tries_left"));
        scene.step("The server is restarted", () -> scene.instance().server().restart());
        scene.step(
                "The right code connects the account",
                () -> answer(verification, AUTHENTICATOR.code())
                        .expect(200)
                        .expect("/success", true)
                        .expect("/session_valid", true));
        scene.step(
                "The session test says true",
                () -> person.api()
                        .post("/api/users/%s/test-session".formatted(person.id()))
                        .expect(200)
                        .expect("/session_valid", true));
    }

    private String logIn() {
        return person.api()
                .post("/api/bot/login", Map.of("username", USERNAME, "password", PASSWORD, "driver", driver.word()))
                .expect(202)
                .expect("/requires_verification", true)
                .text("/verification/id");
    }

    private Answer answer(String verification, String code) {
        return person.api().post("/api/bot/verify", Map.of("verification_id", verification, "code", code));
    }
}
