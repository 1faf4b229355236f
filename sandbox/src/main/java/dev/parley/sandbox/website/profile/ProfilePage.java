package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.world.Person;
import java.util.List;

/**
 * A profile.
 *
 * @param thread the conversation with the viewer, begun or not
 * @param suggestions other people, each with a button of their own; empty where the look has none
 */
public record ProfilePage(Shell shell, Profile profile, ThreadId thread, List<Person> suggestions) {

    public Person person() {
        return profile.person();
    }
}
