package dev.parley.sandbox.graph;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.world.Person;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sending messages within the time for it, and in private to whoever wrote a comment. */
final class SendCalls {
    private static final Duration PRIVATE_REPLY = Duration.ofDays(7);
    private static final String HUMAN_AGENT = "HUMAN_AGENT";

    private SendCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.post(Node.Kind.ACCOUNT, "messages", Call.SEND, Right.MESSAGES, SendCalls::send);
        routes.post(Node.Kind.ACCOUNT, "message_attachments", Call.SEND, Right.MESSAGES, SendCalls::upload);
    }

    private static Answer send(GraphRequest request, Node node) {
        JsonNode recipient = request.parameters()
                .node("recipient")
                .orElseThrow(() -> new GraphRefusal(GraphError.of(100, "(#100) The parameter recipient is required")));
        Optional<JsonNode> message = request.parameters().node("message");
        if (message.isEmpty()) {
            return SignalCalls.signal(request, node, recipient);
        }
        if (request.parameters().text("sender_action").isPresent()) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Send either a message or a sender_action"));
        }
        Body body = new OutgoingBody(request.state(), node.id()).read(message.get());
        JsonNode comment = recipient.path("comment_id");
        return comment.isMissingNode()
                ? toPerson(request, node, recipient, body)
                : toCommenter(request, node, comment.asString(""), body);
    }

    private static Answer toPerson(GraphRequest request, Node node, JsonNode recipient, Body body) {
        Person person = person(request, node, recipient);
        boolean byHumanAgent = byHumanAgent(request);
        if (!Windows.of(request).open(node.id(), person.id(), byHumanAgent)) {
            throw new GraphRefusal(GraphError.of(
                    10,
                    request.flavour() == Flavour.INSTAGRAM ? 2534022 : 2018278,
                    "(#10) This message is sent outside of allowed window."));
        }
        return sent(request, node, person, body);
    }

    static Person person(GraphRequest request, Node node, JsonNode recipient) {
        return Numbers.personIn(recipient.path("id").asString(""), node.id()).stream()
                .boxed()
                .flatMap(id -> request.state().person(id).stream())
                .filter(person -> !person.deleted())
                .findFirst()
                .orElseThrow(() ->
                        new GraphRefusal(GraphError.of(100, 2534014, "(#100) The requested user cannot be found")));
    }

    /** Fact: of all tags only this one is still taken. */
    private static boolean byHumanAgent(GraphRequest request) {
        Optional<String> tag = request.parameters().text("tag");
        if (tag.isPresent() && !tag.get().equals(HUMAN_AGENT)) {
            throw new GraphRefusal(GraphError.of(100, "(#100) Param tag must be one of {HUMAN_AGENT}"));
        }
        return tag.isPresent();
    }

    private static Answer toCommenter(GraphRequest request, Node node, String number, Body body) {
        Comment comment = request.state()
                .comments()
                .find(number.matches("\\d{1,18}") ? Long.parseLong(number) : 0)
                .filter(found -> mayBeAnswered(request, node, found))
                .orElseThrow(() -> new GraphRefusal(
                        GraphError.of(100, 2534025, "(#100) The comment is invalid for a private reply")));
        Answer answer = sent(request, node, request.account(comment.author()), body);
        if (request.takesEffect()) {
            request.official()
                    .privateReplies()
                    .add(comment.id(), request.state().journal());
        }
        return answer;
    }

    private static boolean mayBeAnswered(GraphRequest request, Node node, Comment comment) {
        return comment.owner() == node.id()
                && comment.author() != node.id()
                && request.state().now() - comment.at() < PRIVATE_REPLY.toMillis()
                && !request.official().privateReplies().contains(comment.id());
    }

    private static Answer sent(GraphRequest request, Node node, Person person, Body body) {
        Delivery delivery = request.state()
                .conversations()
                .send(
                        node.id(),
                        person,
                        body,
                        "",
                        request.takesEffect(),
                        request.state().now(),
                        request.state().journal());
        return switch (delivery) {
            case Delivery.Refused() ->
                throw new GraphRefusal(GraphError.of(551, 1545041, "(#551) This person isn't available right now."));
            case Delivery.Accepted(Message message) -> {
                SignalCalls.read(request, node.id(), person.id());
                yield Answer.ok(Json.object(
                        "recipient_id",
                        Numbers.person(person.id(), node.id()),
                        "message_id",
                        MessageJson.mid(message)));
            }
        };
    }

    private static Answer upload(GraphRequest request, Node node) {
        JsonNode attachment = request.parameters()
                .node("message")
                .map(message -> message.path("attachment"))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new GraphRefusal(GraphError.of(100, "(#100) The parameter message is required")));
        String url = attachment.path("payload").path("url").asString("");
        if (!url.matches("https?://[^\\s]+")) {
            throw new GraphRefusal(GraphError.of(100, 2018008, "(#100) Failed to fetch the file from the url"));
        }
        return Answer.ok(Json.object(
                "attachment_id",
                request.official()
                        .uploads()
                        .add(
                                attachment.path("type").asString("file"),
                                url,
                                request.state().journal())
                        .id()));
    }
}
