package dev.parley.sandbox.graph;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Post;
import org.jspecify.annotations.Nullable;

/** Comments under the account's own posts. */
final class CommentCalls {
    private static final int LONGEST = 2_200;

    private CommentCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.MEDIA, "comments", Call.COMMENTS, Right.COMMENTS, CommentCalls::under);
        routes.post(Node.Kind.MEDIA, "comments", Call.COMMENT, Right.COMMENTS, CommentCalls::write);
        routes.post(Node.Kind.MEDIA, "", Call.COMMENT, Right.COMMENTS, CommentCalls::allow);
        routes.get(Node.Kind.COMMENT, "", Call.COMMENTS, Right.COMMENTS, CommentCalls::one);
        routes.get(Node.Kind.COMMENT, "replies", Call.COMMENTS, Right.COMMENTS, CommentCalls::answers);
        routes.post(Node.Kind.COMMENT, "replies", Call.COMMENT, Right.COMMENTS, CommentCalls::reply);
        routes.post(Node.Kind.COMMENT, "", Call.HIDE_COMMENT, Right.COMMENTS, CommentCalls::hide);
        routes.delete(Node.Kind.COMMENT, "", Call.DELETE_COMMENT, Right.COMMENTS, CommentCalls::delete);
    }

    private static Answer under(GraphRequest request, Node node) {
        Post post = ownPost(request, node);
        CommentJson json = CommentJson.in(request);
        return Answer.ok(Paging.of(request, node.text() + "/comments")
                .page(request.state().comments().of(post.pk()).reversed(), json::inLists));
    }

    private static Answer answers(GraphRequest request, Node node) {
        Comment comment = ownComment(request, node);
        CommentJson json = CommentJson.in(request);
        return Answer.ok(Paging.of(request, node.text() + "/replies")
                .page(request.state().comments().answersTo(comment), json::inLists));
    }

    private static Answer one(GraphRequest request, Node node) {
        return Answer.ok(CommentJson.in(request).inLists(ownComment(request, node)));
    }

    private static Answer write(GraphRequest request, Node node) {
        Post post = ownPost(request, node);
        if (!request.official().openPosts().contains(post.pk())) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Comments are turned off for this media"));
        }
        return written(request, post.pk(), post.owner().id(), null);
    }

    private static Answer reply(GraphRequest request, Node node) {
        Comment comment = ownComment(request, node);
        return written(request, comment.post(), comment.owner(), comment);
    }

    private static Answer written(GraphRequest request, long post, long owner, @Nullable Comment parent) {
        String text = request.parameters().required("message");
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new GraphRefusal(GraphError.of(100, "(#100) The comment is too long"));
        }
        if (!request.takesEffect()) {
            return Answer.ok(Json.object("id", "17900000000000000"));
        }
        SandboxState state = request.state();
        Comment made = state.comments().add(post, owner, parent, account(request), text, state.now(), state.journal());
        return Answer.ok(Json.object("id", Long.toString(made.id())));
    }

    private static Answer hide(GraphRequest request, Node node) {
        Comment comment = ownComment(request, node);
        String wanted = request.parameters().required("hide");
        if (request.takesEffect()) {
            request.state()
                    .comments()
                    .hide(comment, wanted.equals("true"), request.state().journal());
        }
        return Answer.ok(Json.object("success", true));
    }

    private static Answer delete(GraphRequest request, Node node) {
        Comment comment = ownComment(request, node);
        if (request.takesEffect()) {
            request.state().comments().delete(comment, request.state().journal());
        }
        return Answer.ok(Json.object("success", true));
    }

    private static Answer allow(GraphRequest request, Node node) {
        Post post = ownPost(request, node);
        String wanted = request.parameters().required("comment_enabled");
        if (request.takesEffect()) {
            request.official()
                    .openPosts()
                    .open(post.pk(), wanted.equals("true"), request.state().journal());
        }
        return Answer.ok(Json.object("success", true));
    }

    private static Post ownPost(GraphRequest request, Node node) {
        return request.state()
                .post(node.id())
                .filter(post -> post.owner().id() == account(request))
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(node.text())));
    }

    private static Comment ownComment(GraphRequest request, Node node) {
        long account = account(request);
        return request.state()
                .comments()
                .find(node.id())
                .filter(comment -> comment.owner() == account || comment.author() == account)
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(node.text())));
    }

    private static long account(GraphRequest request) {
        return request.token().orElseThrow().account();
    }
}
