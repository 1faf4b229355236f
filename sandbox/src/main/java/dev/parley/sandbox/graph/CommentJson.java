package dev.parley.sandbox.graph;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments as one account reads them. */
record CommentJson(SandboxState state, MessageJson people, FieldsAsked fields) {

    static CommentJson in(GraphRequest request) {
        return new CommentJson(request.state(), MessageJson.in(request), request.fields());
    }

    /** With what was asked for, by default time, text and id. */
    Map<String, @Nullable Object> inLists(Comment comment) {
        return fields.isEmpty()
                ? Json.object(
                        "timestamp",
                        Times.text(comment.at()),
                        "text",
                        comment.text(),
                        "id",
                        Long.toString(comment.id()))
                : fields.pick(whole(comment));
    }

    private Map<String, @Nullable Object> whole(Comment comment) {
        Map<String, @Nullable Object> author = people.person(comment.author());
        Long parent = comment.parent();
        Map<String, @Nullable Object> whole = Json.object(
                "id",
                Long.toString(comment.id()),
                "text",
                comment.text(),
                "timestamp",
                Times.text(comment.at()),
                "from",
                Json.object("id", author.get("id"), "username", author.get("username")),
                "username",
                author.get("username"),
                "like_count",
                0,
                "hidden",
                comment.hidden(),
                "parent_id",
                parent == null ? null : Long.toString(parent));
        if (fields.wants("replies")) {
            var answers = new CommentJson(state, people, fields.inner("replies"));
            whole.put(
                    "replies",
                    Json.object(
                            "data",
                            state.comments().answersTo(comment).stream()
                                    .map(answers::inLists)
                                    .toList()));
        }
        return whole;
    }
}
