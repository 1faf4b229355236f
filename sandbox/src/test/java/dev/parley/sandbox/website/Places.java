package dev.parley.sandbox.website;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.Map;
import java.util.function.Predicate;

/** What stands for real names in the table. */
final class Places {
    private final Map<String, String> names;
    private final Session session;

    Places(SandboxServer sandbox) {
        session = sandbox.makeAccounts("fan", 1).getFirst();
        var visitor = TestingVisitor.signedIn(session, sandbox.baseUrl());
        Person open = first(sandbox, Person::takesMessages);
        Person teller = first(
                sandbox,
                person -> visitor.get("/stories/" + person.username() + "/").statusCode() == 200);
        Post post = sandbox.posts("travel", 50).stream()
                .filter(each -> !each.owner().isPrivate() && each.comments() > 0)
                .findFirst()
                .orElseThrow();
        String thread =
                sandbox.write("fan.1", open.username(), "Hello there").thread().text();
        names = Map.of(
                "{open}", open.username(),
                "{id}", Long.toString(open.id()),
                "{teller}", teller.username(),
                "{post}", post.code(),
                "{pk}", Long.toString(post.pk()),
                "{thread}", thread);
    }

    /** A member who can look at all of them. */
    Session session() {
        return session;
    }

    String fill(String text) {
        String filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    private static Person first(SandboxServer sandbox, Predicate<Person> which) {
        return sandbox.people().stream()
                .filter(person -> !person.deleted() && !person.isPrivate())
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}
