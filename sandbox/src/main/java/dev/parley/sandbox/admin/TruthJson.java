package dev.parley.sandbox.admin;

import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.comment.CommentTruth;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.story.StoryViewTruth;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The truth as JSON. */
final class TruthJson {

    private TruthJson() {}

    static Map<String, @Nullable Object> of(FollowTruth follow) {
        Map<String, @Nullable Object> json = Json.object("sender", follow.sender(), "target", follow.target());
        addEffect(json, follow.asked(), follow.times(), follow.inForce(), follow.at());
        return json;
    }

    static Map<String, @Nullable Object> of(LikeTruth like) {
        Map<String, @Nullable Object> json = Json.object(
                "sender", like.sender(), "target", like.target(), "media", like.media(), "code", like.code());
        addEffect(json, like.asked(), like.times(), like.inForce(), like.at());
        return json;
    }

    static Map<String, @Nullable Object> of(StoryViewTruth view) {
        Map<String, @Nullable Object> json =
                Json.object("viewer", view.viewer(), "target", view.target(), "media", view.media());
        addEffect(json, view.asked(), view.times(), view.inForce(), view.at());
        return json;
    }

    static Map<String, @Nullable Object> of(MessageTruth message) {
        return Json.object(
                "id", message.id(),
                "sender", message.sender(),
                "recipient", message.recipient(),
                "text", message.text(),
                "idempotency_token", message.idempotencyToken(),
                "asked", message.asked(),
                "times_received", message.timesReceived(),
                "at", message.at().toString());
    }

    static Map<String, @Nullable Object> of(CommentTruth comment) {
        return Json.object(
                "id", comment.id(),
                "media", comment.media(),
                "parent", comment.parent(),
                "author", comment.author(),
                "text", comment.text(),
                "hidden", comment.hidden(),
                "deleted", comment.deleted(),
                "at", comment.at().toString());
    }

    static Map<String, @Nullable Object> of(LoginTruth login) {
        return Json.object(
                "account", login.account(),
                "at", login.at().toString(),
                "how", login.how(),
                "device", login.device(),
                "outcome", login.outcome());
    }

    private static void addEffect(
            Map<String, @Nullable Object> json, int asked, int times, boolean inForce, Instant at) {
        json.putAll(Json.object("asked", asked, "times", times, "in_force", inForce, "at", at.toString()));
    }
}
