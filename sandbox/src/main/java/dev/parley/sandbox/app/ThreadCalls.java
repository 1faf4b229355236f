package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.Standing;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One conversation: its messages, accepting or declining it, having read it. */
final class ThreadCalls {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 50;

    private ThreadCalls() {}

    static void addTo(AppRoutes routes) {
        String thread = "/direct_v2/threads/{thread}";
        routes.get(thread, Call.THREAD, ThreadCalls::messages);
        routes.post(thread + "/approve", Call.ACCEPT, known(Standing.ACCEPTED));
        routes.post(thread + "/decline", Call.DECLINE, known(Standing.DECLINED));
        routes.post("/direct_v2/threads/approve_multiple", Call.ACCEPT, ThreadCalls::approveSome);
        routes.post("/direct_v2/threads/decline_all", Call.DECLINE, ThreadCalls::declineAll);
        routes.post(thread + "/items/{item}/seen", Call.THREAD_SEEN, ThreadCalls::seen);
    }

    private static Answer messages(AppRequest request, Session session) {
        return find(request.path("thread"), request, session, Integer.MAX_VALUE)
                .map(chat -> Answer.ok(Json.object("thread", page(chat, request, session), "status", "ok")))
                .orElseGet(Refusals::threadNotFound);
    }

    /** The cursor is the oldest message that was shown; there is none when no older one is left. */
    private static Map<String, @Nullable Object> page(Conversation chat, AppRequest request, Session session) {
        String cursor = request.query("cursor");
        int limit = Numbers.limit(request.query("limit"), DEFAULT_LIMIT, MOST);
        List<Message> older = chat.newest().stream()
                .filter(message -> cursor.isEmpty() || message.id().compareTo(cursor) < 0)
                .toList();
        List<Message> shown = older.subList(0, Math.min(limit, older.size()));
        Map<String, @Nullable Object> thread = ThreadJson.in(request, session).of(chat);
        ItemJson items = new ItemJson(session.account().id());
        thread.put("items", shown.stream().map(items::of).toList());
        thread.put("has_older", older.size() > limit);
        thread.remove("oldest_cursor");
        if (older.size() > limit) {
            thread.put("oldest_cursor", shown.getLast().id());
        }
        return thread;
    }

    private static AppRoutes.SignedIn known(Standing standing) {
        return (request, session) -> find(request.path("thread"), request, session, 1)
                .map(chat -> answer(chat, standing, request, session))
                .orElseGet(Refusals::threadNotFound);
    }

    private static Answer approveSome(AppRequest request, Session session) {
        DIGITS.matcher(request.field("thread_ids"))
                .results()
                .map(MatchResult::group)
                .flatMap(id -> find(id, request, session, 1).stream())
                .forEach(chat -> answer(chat, Standing.ACCEPTED, request, session));
        return fine();
    }

    private static Answer declineAll(AppRequest request, Session session) {
        request.state()
                .conversations()
                .of(session.account().id(), true, 1)
                .forEach(chat -> answer(chat, Standing.DECLINED, request, session));
        return fine();
    }

    private static Answer answer(Conversation chat, Standing standing, AppRequest request, Session session) {
        SandboxState state = request.state();
        if (request.takesEffect()) {
            state.conversations().answer(chat.id(), session.account().id(), standing, state.now(), state.journal());
        }
        return fine();
    }

    private static Answer seen(AppRequest request, Session session) {
        SandboxState state = request.state();
        Optional<Conversation> chat = find(request.path("thread"), request, session, 1);
        if (request.takesEffect()) {
            chat.ifPresent(found -> state.conversations()
                    .read(found.id(), session.account().id(), request.path("item"), state.now(), state.journal()));
        }
        return chat.map(found -> fine()).orElseGet(Refusals::threadNotFound);
    }

    private static Optional<Conversation> find(String thread, AppRequest request, Session session, int mostMessages) {
        return ThreadId.of(thread)
                .flatMap(id -> request.state()
                        .conversations()
                        .find(id, session.account().id(), mostMessages));
    }

    private static Answer fine() {
        return Answer.ok(Json.object("status", "ok"));
    }
}
