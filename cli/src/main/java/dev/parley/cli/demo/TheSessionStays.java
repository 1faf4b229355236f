package dev.parley.cli.demo;

/** The session survives a restart of the server, and ends when its owner says so. */
record TheSessionStays(Scene scene, SomePerson person) {

    void tell() {
        scene.narrator().chapter("The session stays until it is ended");
        var signIns = signIns();
        scene.step("The server is restarted", () -> scene.instance().server().restart());
        scene.step("The session is still valid", () -> expectSession(true));
        scene.step("and Instagram has seen no new sign-in", () -> expectSignIns(signIns));
        scene.step(
                "The bot stops",
                () -> person.api().post("/api/bot/stop").expect(200).expect("/state", "STOPPED"));
        scene.step(
                "The account is signed out",
                () -> person.api().post("/api/bot/logout").expect(200));
        scene.step("The session test says false", () -> expectSession(false));
        scene.step(
                "Starting the bot is refused again",
                () -> person.api().post("/api/bot/start").expect(409).expect("/error", "SESSION_INVALID"));
    }

    private void expectSession(boolean valid) {
        person.api()
                .post("/api/users/%s/test-session".formatted(person.id()))
                .expect(200)
                .expect("/session_valid", valid);
    }

    private void expectSignIns(int before) {
        if (signIns() != before) {
            throw new StoryBroken(before + " sign-ins at Instagram", Integer.toString(signIns()));
        }
    }

    private int signIns() {
        return scene.truth()
                .get("/_sandbox/truth/logins?account=" + AnAccountIsConnected.USERNAME)
                .expect(200)
                .list("")
                .size();
    }
}
