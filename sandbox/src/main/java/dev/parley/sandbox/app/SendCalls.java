package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sending messages to one person, named by id or by the conversation. What carries a known {@code client_context} is not sent again. */
final class SendCalls {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_TOKEN = 100;
    private static final long MICROS = 1_000;

    private SendCalls() {}

    static void addTo(AppRoutes routes) {
        routes.post(
                "/direct_v2/threads/broadcast/text",
                Call.SEND,
                (request, session) -> send(request, session, new Body(Body.Kind.TEXT, request.field("text"), "")));
        routes.post(
                "/direct_v2/threads/broadcast/link",
                Call.SEND,
                (request, session) -> send(
                        request,
                        session,
                        new Body(Body.Kind.LINK, request.field("link_text"), request.field("link_urls"))));
    }

    private static Answer send(AppRequest request, Session session, Body body) {
        String token = request.field("client_context");
        if (body.text().isBlank() || body.text().length() > LONGEST_TEXT || token.length() > LONGEST_TOKEN) {
            return Refusals.badRequest("A message has 1 to " + LONGEST_TEXT + " characters");
        }
        List<String> people = ids(request.field("recipient_users"));
        List<String> threads = ids(request.field("thread_ids"));
        if (people.size() + threads.size() != 1) {
            return Refusals.badRequest("This sandbox sends to one person or conversation at a time");
        }
        long sender = session.account().id();
        return people.isEmpty()
                ? inThread(threads.getFirst(), sender, request)
                        .map(recipient -> send(request, sender, recipient, body))
                        .orElseGet(Refusals::threadNotFound)
                : person(Numbers.idOrNone(people.getFirst()), request)
                        .map(recipient -> send(request, sender, recipient, body))
                        .orElseGet(Refusals::userNotFound);
    }

    private static Answer send(AppRequest request, long sender, Person recipient, Body body) {
        SandboxState state = request.state();
        Delivery delivery = state.conversations()
                .send(
                        sender,
                        recipient,
                        body,
                        request.field("client_context"),
                        request.takesEffect(),
                        state.now(),
                        state.journal());
        return switch (delivery) {
            case Delivery.Accepted(Message message) -> Answer.ok(acknowledged(message));
            case Delivery.Refused() -> Refusals.messagesRefused();
        };
    }

    private static Map<String, @Nullable Object> acknowledged(Message message) {
        return Json.object(
                "action",
                "item_ack",
                "status_code",
                "200",
                "payload",
                Json.object(
                        "client_context",
                        message.token(),
                        "item_id",
                        message.id(),
                        "timestamp",
                        Long.toString(message.at() * MICROS),
                        "thread_id",
                        message.thread().text()),
                "status",
                "ok");
    }

    private static Optional<Person> inThread(String thread, long sender, AppRequest request) {
        return ThreadId.of(thread)
                .filter(id ->
                        request.state().conversations().find(id, sender, 1).isPresent())
                .flatMap(id -> person(id.other(sender), request));
    }

    private static Optional<Person> person(long id, AppRequest request) {
        return request.state().person(id).filter(person -> !person.deleted());
    }

    /** Clients write lists of lists, of numbers or of strings. */
    private static List<String> ids(String json) {
        return DIGITS.matcher(json).results().map(MatchResult::group).toList();
    }
}
