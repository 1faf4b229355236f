package dev.parley.cli.demo;

import dev.parley.cli.instance.Instance;
import java.io.PrintWriter;
import java.net.http.HttpClient;

/** What Parley is there for, told from the first sign-in to the last sign-out. */
public final class Story {

    private final Narrator narrator;
    private final StoryDriver driver;

    /**
     * @param redraws whether the terminal can show a bar that grows in its place
     * @param driver through which the account is worked
     */
    public Story(PrintWriter out, boolean redraws, StoryDriver driver) {
        this.narrator = new Narrator(out, redraws);
        this.driver = driver;
    }

    /**
     * Tells it on a fresh sandbox instance.
     *
     * @throws StoryBroken at the first step that does not hold
     */
    public void tellOn(Instance instance) {
        try (var http = HttpClient.newHttpClient()) {
            var scene = Scene.on(instance, narrator, http);
            var person = new PeopleComeIn(scene).tell();
            new NothingIsConnected(scene, person).tell();
            new AnAccountIsConnected(scene, person, driver).tell();
            new PeopleAreFollowed(scene, person).tell();
            new TheSessionStays(scene, person).tell();
        }
    }
}
