package dev.parley.cli.demo;

import java.util.Map;
import java.util.UUID;

/** The administrator signs in and makes a user; each has to choose a password of their own first. */
record PeopleComeIn(Scene scene) {

    private static final String USER = "sofia";

    SomePerson tell() {
        scene.narrator().chapter("People come in");
        var admin = administrator();
        return user(admin);
    }

    private Api administrator() {
        var generated = scene.instance().folder().adminPassword().orElseThrow(this::noPassword);
        var own = freshPassword();
        var token = scene.stepTo(
                "The administrator signs in with the generated password",
                () -> signIn("admin", generated)
                        .expect("/must_change_password", true)
                        .text("/token"));
        scene.step(
                "and may do nothing before changing it",
                () -> scene.parley()
                        .as(token)
                        .get("/api/users")
                        .expect(403)
                        .expect("/error", "ACTION_REQUIRED")
                        .expect("/actions/0", "CHANGE_PASSWORD"));
        scene.step(
                "The administrator changes the password",
                () -> scene.parley()
                        .post(
                                "/api/admin/initialize-password",
                                Map.of("username", "admin", "current_password", generated, "new_password", own))
                        .expect(200));
        return scene.stepTo(
                "and signs in with the new one",
                () -> scene.parley()
                        .as(signIn("admin", own)
                                .expect("/must_change_password", false)
                                .text("/token")));
    }

    private StoryBroken noPassword() {
        return new StoryBroken(
                "the generated password in " + scene.instance().folder().root(), "none");
    }

    private SomePerson user(Api admin) {
        var created = scene.stepTo(
                "The administrator creates the user " + USER,
                () -> admin.post("/api/users", Map.of("username", USER, "email", USER + "@example.org"))
                        .expect(201)
                        .expect("/must_change_password", true));
        var id = created.text("/id");
        var given = created.text("/temporary_password");
        var own = freshPassword();
        scene.step("%s signs in and changes the password".formatted(USER), () -> {
            var token =
                    signIn(USER, given).expect("/must_change_password", true).text("/token");
            scene.parley()
                    .as(token)
                    .put(
                            "/api/users/%s/change-password".formatted(id),
                            Map.of("current_password", given, "new_password", own))
                    .expect(200);
        });
        return scene.stepTo(
                "%s signs in with the new one".formatted(USER),
                () -> new SomePerson(id, scene.parley().as(signIn(USER, own).text("/token"))));
    }

    private Answer signIn(String username, String password) {
        return scene.parley()
                .post("/api/auth/login", Map.of("username", username, "password", password))
                .expect(200);
    }

    private static String freshPassword() {
        return "lantern-" + UUID.randomUUID();
    }
}
