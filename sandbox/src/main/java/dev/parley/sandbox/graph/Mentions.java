package dev.parley.sandbox.graph;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.world.Person;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields of an account that name something else: another business, a comment or post that mentions the account. */
final class Mentions {
    private static final Pattern ARGUMENT = Pattern.compile("\\w+\\(([^)]*)\\)");

    private Mentions() {}

    static void add(GraphRequest request, FieldsAsked fields, Map<String, @Nullable Object> answer) {
        argument(fields, "business_discovery").ifPresent(username -> {
            requireFacebook(request);
            answer.put("business_discovery", business(request, username, fields.inner("business_discovery")));
        });
        argument(fields, "mentioned_comment").ifPresent(number -> {
            var json = new CommentJson(request.state(), MessageJson.in(request), fields.inner("mentioned_comment"));
            answer.put(
                    "mentioned_comment",
                    request.state()
                            .comments()
                            .find(number.matches("\\d{1,18}") ? Long.parseLong(number) : 0)
                            .map(json::inLists)
                            .orElseThrow(() -> new GraphRefusal(GraphError.missing(number))));
        });
        argument(fields, "mentioned_media")
                .ifPresent(number -> answer.put(
                        "mentioned_media",
                        Numbers.mediaIn(number).stream()
                                .boxed()
                                .flatMap(pk -> request.state().post(pk).stream())
                                .map(post -> fields.inner("mentioned_media").pick(new MediaJson(request).whole(post)))
                                .findFirst()
                                .orElseThrow(() -> new GraphRefusal(GraphError.missing(number)))));
    }

    private static Optional<String> argument(FieldsAsked fields, String name) {
        return fields.argument(name)
                .map(ARGUMENT::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1));
    }

    private static void requireFacebook(GraphRequest request) {
        if (request.flavour() != Flavour.FACEBOOK) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Tried accessing nonexisting field (business_discovery)"));
        }
    }

    /** Fact: personal profiles are not found. */
    private static Map<String, @Nullable Object> business(GraphRequest request, String username, FieldsAsked fields) {
        Person person = request.state()
                .person(username)
                .filter(found -> !found.deleted() && (found.business() || isAccount(request, found)))
                .orElseThrow(() ->
                        new GraphRefusal(GraphError.of(110, 2207013, "The user with this username cannot be found")));
        return fields.pick(Json.object(
                "id",
                Numbers.account(person.id()),
                "username",
                person.username(),
                "name",
                person.fullName(),
                "biography",
                person.biography(),
                "followers_count",
                AccountJson.followers(request, person),
                "follows_count",
                request.state().follows().followingCount(person.id()),
                "media_count",
                person.posts()));
    }

    private static boolean isAccount(GraphRequest request, Person person) {
        return request.state()
                .accounts()
                .withId(person.id())
                .map(Account::person)
                .isPresent();
    }
}
