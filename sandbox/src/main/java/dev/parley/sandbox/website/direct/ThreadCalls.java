package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.Standing;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an open conversation asks: newer and older messages, having read them, accepting or declining a request. */
public final class ThreadCalls {
    private static final String THREAD = "/api/v1/direct_v2/threads/{thread}";
    private static final int NOT_FOUND = 404;

    private ThreadCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get(THREAD, Call.THREAD, ThreadCalls::page);
        routes.get(THREAD + "/items", Call.ANY, ThreadCalls::messages);
        routes.post(THREAD + "/approve", Call.ACCEPT, standing(Standing.ACCEPTED));
        routes.post(THREAD + "/decline", Call.DECLINE, standing(Standing.DECLINED));
        routes.post(THREAD + "/items/{item}/seen", Call.THREAD_SEEN, ThreadCalls::seen);
    }

    /** {@code after} a message, the newest first; or the page {@code before} one. */
    private static Answer messages(Visit visit, Session session) {
        List<Message> all = find(visit, session).map(Conversation::newest).orElse(List.of());
        String after = visit.query("after");
        String before = visit.query("before");
        List<Message> shown = all.stream()
                .filter(message -> message.id().compareTo(after) > 0)
                .filter(message -> before.isEmpty() || message.id().compareTo(before) < 0)
                .limit(Chat.SHOWN)
                .toList();
        return Replies.ok(
                "thread",
                Json.object("items", shown.stream().map(ThreadJson::of).toList()));
    }

    /** A page of messages, older than the {@code cursor} if there is one. */
    private static Answer page(Visit visit, Session session) {
        long viewer = session.account().id();
        if (Chat.find(visit.path("thread"), viewer, visit.look(), visit.state()).isEmpty()) {
            return Replies.fail(NOT_FOUND, "message", "Thread does not exist");
        }
        String cursor = visit.query("cursor");
        Map<String, @Nullable Object> thread = find(visit, session)
                .map(chat -> new ThreadJson(visit.state(), viewer).page(chat, cursor))
                .orElseGet(
                        () -> Json.object("thread_id", visit.path("thread"), "items", List.of(), "has_older", false));
        return Replies.ok("thread", thread);
    }

    private static WebRoutes.SignedIn standing(Standing standing) {
        return (visit, session) -> {
            SandboxState state = visit.state();
            if (visit.takesEffect()) {
                find(visit, session)
                        .ifPresent(chat -> state.conversations()
                                .answer(chat.id(), session.account().id(), standing, state.now(), state.journal()));
            }
            return Replies.ok();
        };
    }

    private static Answer seen(Visit visit, Session session) {
        SandboxState state = visit.state();
        if (visit.takesEffect()) {
            find(visit, session)
                    .ifPresent(chat -> state.conversations()
                            .read(chat.id(), session.account().id(), visit.path("item"), state.now(), state.journal()));
        }
        return Replies.ok();
    }

    private static Optional<Conversation> find(Visit visit, Session session) {
        return ThreadId.of(visit.path("thread"))
                .flatMap(id ->
                        visit.state().conversations().find(id, session.account().id(), Integer.MAX_VALUE));
    }
}
