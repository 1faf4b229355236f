package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.official.Mids;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.world.Person;
import tools.jackson.databind.JsonNode;

/** What is sent beside messages: seen, typing, reactions. The answer names the recipient only. */
final class SignalCalls {

    private SignalCalls() {}

    static Answer signal(GraphRequest request, Node node, JsonNode recipient) {
        Person person = SendCalls.person(request, node, recipient);
        String action = request.parameters().required("sender_action");
        switch (action) {
            case "mark_seen" -> seen(request, node, person);
            case "typing_on", "typing_off" -> {}
            case "react" ->
                react(request, node, payload(request).path("reaction").asString("love"));
            case "unreact" -> react(request, node, "");
            default ->
                throw new GraphRefusal(GraphError.of(100, "(#100) Param sender_action is not one of those known"));
        }
        return Answer.ok(Json.object("recipient_id", Numbers.person(person.id(), node.id())));
    }

    private static void seen(GraphRequest request, Node node, Person person) {
        if (request.takesEffect()) {
            read(request, node.id(), person.id());
        }
    }

    /** Fact: answering marks everything as read, reading by the API does not. */
    static void read(GraphRequest request, long account, long person) {
        ThreadId thread = ThreadId.between(account, person);
        request.state()
                .conversations()
                .find(thread, account, Integer.MAX_VALUE)
                .flatMap(conversation -> conversation.newest().stream()
                        .filter(message -> message.sender() == person)
                        .findFirst())
                .map(Message::id)
                .ifPresent(newest -> request.state()
                        .conversations()
                        .read(
                                thread,
                                account,
                                newest,
                                request.state().now(),
                                request.state().journal()));
    }

    private static void react(GraphRequest request, Node node, String reaction) {
        String name = payload(request).path("message_id").asString("");
        Mids.Place place = Mids.messageIn(name)
                .filter(found -> found.thread().includes(node.id()))
                .filter(found -> request.state()
                        .conversations()
                        .find(found.thread(), node.id(), Integer.MAX_VALUE)
                        .filter(conversation -> conversation.newest().stream()
                                .anyMatch(message -> message.id().equals(found.id())))
                        .isPresent())
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(name)));
        if (request.takesEffect()) {
            request.official()
                    .reactions()
                    .react(place.id(), node.id(), reaction, request.state().journal());
        }
    }

    private static JsonNode payload(GraphRequest request) {
        return request.parameters()
                .node("payload")
                .orElseThrow(() -> new GraphRefusal(GraphError.of(100, "(#100) The parameter payload is required")));
    }
}
