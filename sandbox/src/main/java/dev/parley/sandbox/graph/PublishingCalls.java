package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Draft;
import dev.parley.sandbox.official.Drafts;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishing in two steps, how far it is, how much is left, and what was published. */
final class PublishingCalls {
    private static final String NOT_PUBLISHED = "18000000000000000";

    private PublishingCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.ACCOUNT, "media", Call.MEDIA, Right.BASIC, PublishingCalls::list);
        routes.get(Node.Kind.MEDIA, "", Call.MEDIA, Right.BASIC, PublishingCalls::one);
        routes.post(Node.Kind.ACCOUNT, "media", Call.PREPARE, Right.PUBLISH, DraftCalls::prepare);
        routes.get(Node.Kind.CONTAINER, "", Call.DRAFT, Right.PUBLISH, DraftCalls::status);
        routes.post(Node.Kind.ACCOUNT, "media_publish", Call.PUBLISH, Right.PUBLISH, PublishingCalls::publish);
        routes.get(Node.Kind.ACCOUNT, "content_publishing_limit", Call.QUOTA, Right.PUBLISH, PublishingCalls::quota);
    }

    private static Answer list(GraphRequest request, Node node) {
        FieldsAsked fields = request.fields();
        MediaJson json = new MediaJson(request);
        List<Post> posts = request.official().drafts().posts(node.id()).stream()
                .flatMap(own -> request.state().post(own.draft().post()).stream())
                .toList();
        return Answer.ok(Paging.of(request, node.text() + "/media")
                .page(
                        posts,
                        post -> fields.isEmpty()
                                ? Json.object("id", Numbers.media(post.pk()))
                                : fields.pick(json.whole(post))));
    }

    private static Answer one(GraphRequest request, Node node) {
        long account = request.token().orElseThrow().account();
        Post post = request.state()
                .post(node.id())
                .filter(found -> found.owner().id() == account)
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(node.text())));
        FieldsAsked fields = request.fields();
        Map<String, @Nullable Object> whole = new MediaJson(request).whole(post);
        return Answer.ok(fields.isEmpty() ? Json.object("id", whole.get("id")) : fields.pick(whole));
    }

    private static Answer publish(GraphRequest request, Node node) {
        String number = request.parameters().required("creation_id");
        Draft draft = request.official()
                .drafts()
                .find(number.matches("\\d{1,18}") ? Long.parseLong(number) : 0)
                .filter(found -> found.account() == node.id())
                .orElseThrow(() -> new GraphRefusal(GraphError.of(24, 2207008, "The media container does not exist")));
        SandboxState state = request.state();
        requireReady(draft, state.now());
        if (request.official().drafts().used(node.id(), state.now())
                >= request.manners().quotaTotal()) {
            throw new GraphRefusal(GraphError.of(9, 2207042, "The limit of published posts is reached"));
        }
        return Answer.ok(Json.object(
                "id",
                request.takesEffect()
                        ? Numbers.media(request.official().drafts().publish(draft, state.now(), state.journal()))
                        : NOT_PUBLISHED));
    }

    private static void requireReady(Draft draft, long now) {
        switch (draft.status(now)) {
            case "FINISHED" -> {}
            case "EXPIRED" -> throw new GraphRefusal(GraphError.of(-2, 2207020, "The media container has expired"));
            case "IN_PROGRESS" ->
                throw new GraphRefusal(GraphError.of(9007, 2207027, "The media is not ready to be published"));
            default -> throw new GraphRefusal(GraphError.of(24, 2207006, "The media with this id cannot be found"));
        }
    }

    private static Answer quota(GraphRequest request, Node node) {
        Drafts drafts = request.official().drafts();
        Map<String, @Nullable Object> whole = Json.object(
                "quota_usage",
                drafts.used(node.id(), request.state().now()),
                "config",
                Json.object(
                        "quota_total",
                        request.manners().quotaTotal(),
                        "quota_duration",
                        Duration.ofDays(1).toSeconds()));
        FieldsAsked fields = request.fields();
        return Answer.ok(Json.object(
                "data",
                List.of(fields.isEmpty() ? Json.object("quota_usage", whole.get("quota_usage")) : fields.pick(whole))));
    }
}
