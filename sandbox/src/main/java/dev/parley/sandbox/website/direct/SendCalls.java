package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Person;

/** Sending a message. The real site sends over a socket; this path is the one of the app. */
public final class SendCalls {
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_TOKEN = 100;
    private static final long MICROS = 1_000;
    private static final String REFUSED =
            "This account can't receive your message because they don't allow new message requests from everyone.";

    private SendCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.post("/api/v1/direct_v2/threads/broadcast/text", Call.SEND, SendCalls::send);
    }

    private static Answer send(Visit visit, Session session) {
        String text = visit.field("text");
        if (text.isBlank()
                || text.length() > LONGEST_TEXT
                || visit.field("client_context").length() > LONGEST_TOKEN) {
            return Replies.badRequest("A message has 1 to " + LONGEST_TEXT + " characters");
        }
        long sender = session.account().id();
        return Chat.find(visit.field("thread_id"), sender, visit.look(), visit.state())
                .map(chat -> send(sender, chat.other(), text, visit))
                .orElseGet(() -> Replies.badRequest("Thread does not exist"));
    }

    private static Answer send(long sender, Person recipient, String text, Visit visit) {
        SandboxState state = visit.state();
        Delivery delivery = state.conversations()
                .send(
                        sender,
                        recipient,
                        Body.text(text),
                        visit.field("client_context"),
                        visit.takesEffect(),
                        state.now(),
                        state.journal());
        return switch (delivery) {
            case Delivery.Accepted(Message message) -> acknowledged(message);
            case Delivery.Refused() -> Replies.badRequest(REFUSED);
        };
    }

    private static Answer acknowledged(Message message) {
        return Replies.ok(
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
                        message.thread().text()));
    }
}
