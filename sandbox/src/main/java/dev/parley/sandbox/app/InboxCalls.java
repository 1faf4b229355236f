package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.script.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox and the message requests, the newest conversation first. Their last page has no cursor: clients page until there is none. */
final class InboxCalls {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MILLIS = 1_000;
    private static final int MOST = 50;
    private static final int DEFAULT_MESSAGES = 10;
    private static final int MOST_MESSAGES = 20;

    private InboxCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/direct_v2/inbox", Call.THREADS, (request, session) -> page(request, session, false));
        routes.get("/direct_v2/pending_inbox", Call.THREADS, (request, session) -> page(request, session, true));
    }

    private static Answer page(AppRequest request, Session session, boolean requests) {
        long viewer = session.account().id();
        List<Conversation> all = request.state()
                .conversations()
                .of(
                        viewer,
                        requests,
                        Numbers.limit(request.query("thread_message_limit"), DEFAULT_MESSAGES, MOST_MESSAGES));
        int limit = Numbers.limit(request.query("limit"), DEFAULT_LIMIT, MOST);
        List<Conversation> rest = all.stream()
                .filter(chat -> !request.query("selected_filter").equals("unread") || chat.unread() > 0)
                .filter(chat -> isAfter(chat, request.query("cursor")))
                .toList();
        List<Conversation> page = rest.subList(0, Math.min(limit, rest.size()));
        return Answer.ok(json(request, session, page, rest.size() > limit, all));
    }

    /** The cursor is the newest message of the last conversation that was shown. */
    private static boolean isAfter(Conversation chat, String cursor) {
        return cursor.isEmpty() || chat.last().id().compareTo(cursor) < 0;
    }

    private static Map<String, @Nullable Object> json(
            AppRequest request, Session session, List<Conversation> page, boolean more, List<Conversation> all) {
        ThreadJson threads = ThreadJson.in(request, session);
        Map<String, @Nullable Object> inbox = Json.object(
                "threads",
                page.stream().map(threads::of).toList(),
                "has_older",
                more,
                "unseen_count",
                all.stream().filter(chat -> chat.unread() > 0).count(),
                "unseen_count_ts",
                request.state().now() * 1_000,
                "blended_inbox_enabled",
                true);
        if (more) {
            inbox.put("oldest_cursor", page.getLast().last().id());
        }
        return Json.object(
                "viewer",
                UserJson.in(request).brief(session.account().person()),
                "inbox",
                inbox,
                "seq_id",
                request.state().now() / MILLIS & Integer.MAX_VALUE,
                "snapshot_at_ms",
                request.state().now(),
                "pending_requests_total",
                request.state()
                        .conversations()
                        .of(session.account().id(), true, 1)
                        .size(),
                "status",
                "ok");
    }
}
