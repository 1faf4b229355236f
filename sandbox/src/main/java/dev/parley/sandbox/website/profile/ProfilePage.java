package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile.
 *
 * @param thread the conversation with the viewer, begun or not
 * @param posts those that hashtags still list
 * @param list the list of people to open over it, {@code followers} or {@code following}
 * @param suggestions other people, each with a button of their own; empty where the look has none
 */
public record ProfilePage(
        Shell shell,
        Profile profile,
        ThreadId thread,
        List<Post> posts,
        boolean hasStories,
        List<Person> suggestions,
        @Nullable String list) {

    public Person person() {
        return profile.person();
    }
}
