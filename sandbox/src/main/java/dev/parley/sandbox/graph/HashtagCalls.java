package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Hashtag;
import dev.parley.sandbox.world.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Looking for hashtags, with Facebook's login only. */
final class HashtagCalls {
    private static final Duration RECENT = Duration.ofHours(24);
    private static final int MOST_A_PAGE = 50;
    private static final int MOST_LISTED = 1_000;

    private HashtagCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.facebookGet("ig_hashtag_search", Call.HASHTAG, Right.BASIC, HashtagCalls::search);
        routes.facebookGet(Node.Kind.HASHTAG, "", Call.HASHTAG, Right.BASIC, HashtagCalls::one);
        routes.facebookGet(Node.Kind.HASHTAG, "recent_media", Call.HASHTAG, Right.BASIC, HashtagCalls::recent);
        routes.facebookGet(Node.Kind.HASHTAG, "top_media", Call.HASHTAG, Right.BASIC, HashtagCalls::top);
        routes.facebookGet(
                Node.Kind.ACCOUNT, "recently_searched_hashtags", Call.HASHTAG, Right.BASIC, HashtagCalls::searched);
    }

    private static Answer search(GraphRequest request, Node node) {
        long account = asking(request);
        SandboxState state = request.state();
        Hashtag hashtag = state.world()
                .hashtags()
                .named(request.parameters().required("q"))
                .orElseThrow(
                        () -> new GraphRefusal(GraphError.of(24, 2207024, "The requested resource does not exist")));
        if (!request.official().searches().search(account, hashtag.number(), state.now(), state.journal())) {
            throw new GraphRefusal(
                    GraphError.of(18, 2207034, "You have searched for 30 hashtags in the last seven days"));
        }
        return Answer.ok(Json.object("data", List.of(Json.object("id", Numbers.hashtag(hashtag.number())))));
    }

    private static Answer one(GraphRequest request, Node node) {
        return Answer.ok(request.fields()
                .pick(Json.object(
                        "id", node.text(), "name", hashtag(request, node).name())));
    }

    private static Answer recent(GraphRequest request, Node node) {
        asking(request);
        Instant oldest = request.state().clock().instant().minus(RECENT);
        List<Post> posts = posts(request, node).stream()
                .filter(post -> post.takenAt().isAfter(oldest))
                .toList();
        return page(request, node.text() + "/recent_media", posts);
    }

    private static Answer top(GraphRequest request, Node node) {
        asking(request);
        List<Post> posts = posts(request, node).stream()
                .sorted(Comparator.comparing(Post::likes).reversed())
                .toList();
        return page(request, node.text() + "/top_media", posts);
    }

    private static Answer page(GraphRequest request, String path, List<Post> posts) {
        FieldsAsked fields = request.fields();
        MediaJson json = new MediaJson(request);
        return Answer.ok(new Paging(request, path, 25, MOST_A_PAGE)
                .page(
                        posts,
                        post -> fields.isEmpty()
                                ? Json.object("id", Numbers.media(post.pk()))
                                : fields.pick(json.inHashtags(post))));
    }

    private static Answer searched(GraphRequest request, Node node) {
        return Answer.ok(Json.object(
                "data",
                request.official().searches().recent(node.id(), request.state().now()).stream()
                        .map(number -> Json.object("id", Numbers.hashtag(number)))
                        .toList()));
    }

    private static List<Post> posts(GraphRequest request, Node node) {
        SandboxState state = request.state();
        return state.world()
                .hashtags()
                .recent(hashtag(request, node), state.clock().instant(), null, MOST_LISTED);
    }

    private static Hashtag hashtag(GraphRequest request, Node node) {
        return request.state().world().hashtags().all().get((int) node.id());
    }

    /** Fact: the account that asks is named each time. */
    private static long asking(GraphRequest request) {
        OptionalLong account = Numbers.accountIn(request.parameters().required("user_id"));
        boolean own =
                account.isPresent() && request.token().orElseThrow().accounts().contains(account.getAsLong());
        if (!own) {
            throw new GraphRefusal(GraphError.of(100, "(#100) The parameter user_id has to be one of your accounts"));
        }
        return account.getAsLong();
    }
}
