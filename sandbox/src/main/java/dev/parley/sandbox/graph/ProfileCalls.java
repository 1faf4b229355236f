package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.AccessToken.Kind;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the account is, which pages somebody has, and who people are that wrote to it. */
final class ProfileCalls {

    private ProfileCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.ACCOUNT, "", Call.CURRENT_USER, Right.BASIC, ProfileCalls::account);
        routes.facebookGet(Node.Kind.ACCOUNT, "accounts", Call.CURRENT_USER, Right.BASIC, ProfileCalls::pages);
        routes.get(Node.Kind.PERSON, "", Call.USER, Right.MESSAGES, ProfileCalls::person);
    }

    private static Answer account(GraphRequest request, Node node) {
        FieldsAsked fields = request.fields();
        Map<String, @Nullable Object> whole = AccountJson.whole(request, node);
        Map<String, @Nullable Object> answer =
                fields.isEmpty() ? Json.object("id", whole.get("id")) : fields.pick(whole);
        Mentions.add(request, fields, answer);
        boolean wrapped = request.manners().wrapped() && request.flavour() == Flavour.INSTAGRAM;
        return Answer.ok(wrapped ? Json.object("data", List.of(answer)) : answer);
    }

    private static Answer pages(GraphRequest request, Node node) {
        AccessToken user = request.token().orElseThrow();
        List<Map<String, @Nullable Object>> pages = user.accounts().stream()
                .map(account -> page(request, user, account))
                .toList();
        return Answer.ok(Json.object("data", pages));
    }

    private static Map<String, @Nullable Object> page(GraphRequest request, AccessToken user, long account) {
        AccessToken token = request.official()
                .tokens()
                .issue(
                        Flavour.FACEBOOK,
                        Kind.PAGE,
                        List.of(account),
                        user.permissions(),
                        request.state().now(),
                        request.state().journal());
        return request.fields()
                .pick(Json.object(
                        "name",
                        request.account(account).fullName(),
                        "access_token",
                        token.value(),
                        "instagram_business_account",
                        Json.object("id", Numbers.account(account)),
                        "id",
                        Numbers.page(account),
                        "tasks",
                        List.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE")));
    }

    private static Answer person(GraphRequest request, Node node) {
        AccessToken token = request.token().orElseThrow();
        Person person = request.account(node.id());
        if (!Windows.of(request).consented(token.account(), person.id())) {
            throw new GraphRefusal(GraphError.of(230, "(#230) User consent is required to access user profile"));
        }
        return Answer.ok(request.fields()
                .pick(Json.object(
                        "name",
                        person.fullName(),
                        "username",
                        person.username(),
                        "profile_pic",
                        AccountJson.picture(request, person),
                        "follower_count",
                        AccountJson.followers(request, person),
                        "is_user_follow_business",
                        request.state().follows().follows(person.id(), token.account()),
                        "is_business_follow_user",
                        request.state().follows().follows(token.account(), person.id()),
                        "is_verified_user",
                        person.verified(),
                        "id",
                        node.text())));
    }
}
