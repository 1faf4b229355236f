package dev.parley.instagram.graph;

import dev.parley.instagram.Comment;
import dev.parley.instagram.CommentId;
import dev.parley.instagram.Comments.Commented;
import dev.parley.instagram.Comments.Deleted;
import dev.parley.instagram.Comments.Hidden;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Comments under the account's posts. */
final class CommentCalls {

    private static final String FIELDS = "id,text,timestamp,from{id,username},username,like_count,hidden,parent_id";
    private static final int LONGEST = 2_200;

    private final Account account;

    CommentCalls(Account account) {
        this.account = account;
    }

    Outcome<Page<Comment>> list(String path, @Nullable String cursor) {
        if (!Pages.isCursor(cursor)) {
            return Account.nothingAsked("Not a cursor of a page before");
        }
        Parameters query = new Parameters().with("fields", FIELDS).with("after", cursor);
        return account.ask(GraphRequest.get(path, query), json -> Pages.of(json, CommentCalls::comment));
    }

    Outcome<Commented> write(String path, String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            return Account.nothingAsked("A comment has 1 to " + LONGEST + " characters");
        }
        return account.ask(GraphRequest.post(path, new Parameters().with("message", text)), json -> {
            CommentId id = Fields.comment(json, "id");
            return id == null ? null : new Commented(id);
        });
    }

    Outcome<Hidden> hide(CommentId comment, boolean hidden) {
        Parameters query = new Parameters().with("hide", Boolean.toString(hidden));
        return account.ask(
                GraphRequest.post(comment.value(), query),
                json -> Fields.isTrue(json, "success") ? new Hidden(comment, hidden) : null);
    }

    Outcome<Deleted> delete(CommentId comment) {
        return account.ask(
                GraphRequest.delete(comment.value(), new Parameters()),
                json -> Fields.isTrue(json, "success") ? new Deleted(comment) : null);
    }

    Outcome<GraphInstagram.Switched> allow(MediaId media, boolean allowed) {
        Parameters query = new Parameters().with("comment_enabled", Boolean.toString(allowed));
        return account.ask(GraphRequest.post(media.value(), query), Switching::read);
    }

    static @Nullable Comment comment(JsonNode json) {
        CommentId id = Fields.comment(json, "id");
        if (id == null) {
            return null;
        }
        return new Comment(
                id,
                author(json),
                Fields.textOrEmpty(json, "text"),
                Fields.time(json, "timestamp"),
                Fields.count(json, "like_count"),
                Fields.flag(json, "hidden"),
                Fields.comment(json, "parent_id"));
    }

    static @Nullable Person author(JsonNode json) {
        JsonNode from = json.path("from");
        PersonId id = Fields.person(from, "id");
        String name = Fields.text(from, "username");
        String username = name == null ? Fields.text(json, "username") : name;
        return id == null || username == null || username.isBlank() ? null : new Person(id, username);
    }
}
