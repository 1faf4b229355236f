package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.official.Mids;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reading conversations. Facts: requests that were idle for 30 days are left out, and of all but the twenty newest messages no more is told
 * than that they exist.
 */
final class ConversationCalls {
    private static final Duration REQUESTS_SHOWN = Duration.ofDays(30);
    private static final int DETAILED = 20;

    private ConversationCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.ACCOUNT, "conversations", Call.THREADS, Right.MESSAGES, ConversationCalls::list);
        routes.get(Node.Kind.CONVERSATION, "", Call.THREAD, Right.MESSAGES, ConversationCalls::conversation);
        routes.get(Node.Kind.CONVERSATION, "messages", Call.THREAD, Right.MESSAGES, ConversationCalls::messages);
        routes.get(Node.Kind.MESSAGE, "", Call.THREAD, Right.MESSAGES, ConversationCalls::message);
    }

    private static Answer list(GraphRequest request, Node node) {
        if (!request.parameters().text("platform").orElse("").equals("instagram")) {
            throw new GraphRefusal(GraphError.of(100, "(#100) The parameter platform has to be instagram"));
        }
        FieldsAsked fields = request.fields();
        return Answer.ok(Paging.of(request, node.text() + "/conversations")
                .page(
                        conversations(request, node.id()),
                        conversation -> fields.isEmpty()
                                ? Json.object(
                                        "id",
                                        Mids.of(conversation.id()),
                                        "updated_time",
                                        Times.text(conversation.last().at()))
                                : fields.pick(whole(request, conversation, fields))));
    }

    private static List<Conversation> conversations(GraphRequest request, long account) {
        Optional<String> with = request.parameters().text("user_id");
        OptionalLong person = Numbers.personIn(with.orElse(""), account);
        long oldest = request.state().now() - REQUESTS_SHOWN.toMillis();
        return Stream.of(false, true)
                .flatMap(requests -> request.state().conversations().of(account, requests, Integer.MAX_VALUE).stream())
                .filter(conversation ->
                        !conversation.request() || conversation.last().at() >= oldest)
                .filter(conversation ->
                        with.isEmpty() || (person.isPresent() && conversation.other() == person.getAsLong()))
                .sorted(Comparator.comparing((Conversation conversation) ->
                                conversation.last().id())
                        .reversed())
                .toList();
    }

    private static Answer conversation(GraphRequest request, Node node) {
        FieldsAsked fields = request.fields();
        Map<String, @Nullable Object> whole = whole(request, find(request, node.text()), fields);
        return Answer.ok(fields.isEmpty() ? Json.object("id", node.text()) : fields.pick(whole));
    }

    private static Answer messages(GraphRequest request, Node node) {
        return Answer.ok(messages(request, find(request, node.text()), request.fields()));
    }

    private static Answer message(GraphRequest request, Node node) {
        Mids.Place place = Mids.messageIn(node.text()).orElseThrow();
        Conversation conversation = find(request, Mids.of(place.thread()));
        List<Message> newest = conversation.newest();
        for (int i = 0; i < newest.size(); i++) {
            if (newest.get(i).id().equals(place.id())) {
                return detailed(request, newest.get(i), i);
            }
        }
        throw new GraphRefusal(GraphError.missing(node.text()));
    }

    private static Answer detailed(GraphRequest request, Message message, int age) {
        if (age >= DETAILED) {
            throw new GraphRefusal(GraphError.of(100, "(#100) This message has been deleted"));
        }
        MessageJson json = MessageJson.in(request);
        FieldsAsked fields = request.fields();
        return Answer.ok(fields.isEmpty() ? json.brief(message) : fields.pick(json.whole(message)));
    }

    private static Map<String, @Nullable Object> whole(
            GraphRequest request, Conversation conversation, FieldsAsked fields) {
        MessageJson people = MessageJson.in(request);
        Map<String, @Nullable Object> whole = Json.object(
                "id",
                Mids.of(conversation.id()),
                "updated_time",
                Times.text(conversation.last().at()),
                "participants",
                Json.object("data", List.of(people.person(people.account()), people.person(conversation.other()))));
        if (fields.wants("messages")) {
            whole.put("messages", messages(request, conversation, fields.inner("messages")));
        }
        return whole;
    }

    private static Map<String, @Nullable Object> messages(
            GraphRequest request, Conversation conversation, FieldsAsked fields) {
        MessageJson json = MessageJson.in(request);
        List<Message> newest = conversation.newest();
        return Paging.of(request, Mids.of(conversation.id()) + "/messages").page(newest, message -> {
            boolean detailed = !fields.isEmpty() && newest.indexOf(message) < DETAILED;
            return detailed ? fields.pick(json.whole(message)) : json.brief(message);
        });
    }

    private static Conversation find(GraphRequest request, String name) {
        AccessToken token = request.token().orElseThrow();
        Optional<ThreadId> thread = Mids.threadIn(name);
        return thread.flatMap(id -> request.state().conversations().find(id, token.account(), Integer.MAX_VALUE))
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(name)));
    }
}
