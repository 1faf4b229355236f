package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox and the requests as the site's scripts load them, page by page. */
public final class InboxCalls {
    private static final int PAGE = 20;
    private static final int MESSAGES = 10;

    private InboxCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get("/api/v1/direct_v2/inbox", Call.THREADS, (visit, session) -> page(visit, session, false));
        routes.get("/api/v1/direct_v2/pending_inbox", Call.THREADS, (visit, session) -> page(visit, session, true));
    }

    /** The cursor is the newest message of the last conversation that was shown. */
    private static Answer page(Visit visit, Session session, boolean requests) {
        long viewer = session.account().id();
        String cursor = visit.query("cursor");
        List<Conversation> rest = visit.state().conversations().of(viewer, requests, MESSAGES).stream()
                .filter(chat -> cursor.isEmpty() || chat.last().id().compareTo(cursor) < 0)
                .toList();
        List<Conversation> page = rest.subList(0, Math.min(PAGE, rest.size()));
        boolean more = rest.size() > PAGE;
        var threads = new ThreadJson(visit.state(), viewer);
        Map<String, @Nullable Object> inbox =
                Json.object("threads", page.stream().map(threads::of).toList(), "has_older", more);
        if (more) {
            inbox.put("oldest_cursor", page.getLast().last().id());
        }
        return Replies.ok("inbox", inbox);
    }
}
