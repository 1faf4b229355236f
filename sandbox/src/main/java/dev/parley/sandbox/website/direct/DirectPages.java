package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import org.jspecify.annotations.Nullable;

/** Inbox, requests, and single conversations. */
public final class DirectPages {
    private static final String INBOX = "/direct/inbox/";

    private DirectPages() {}

    public static void addTo(WebRoutes routes) {
        routes.page("/direct", Call.THREADS, (visit, session) -> Redirects.to(INBOX));
        routes.page("/direct/inbox", Call.THREADS, (visit, session) -> inbox(visit, session, false, null));
        routes.page("/direct/new", Call.THREADS, (visit, session) -> inbox(visit, session, true, null));
        routes.page("/direct/requests", Call.THREADS, DirectPages::requests);
        routes.page("/direct/requests/hidden", Call.THREADS, DirectPages::requests);
        routes.page("/direct/t/{thread}", Call.THREAD, DirectPages::thread);
    }

    private static Answer thread(Visit visit, Session session) {
        Chat chat = Chat.find(visit.path("thread"), session.account().id(), visit.look(), visit.state())
                .orElse(null);
        if (chat == null) {
            return Missing.page(visit);
        }
        // A panel over a profile, and a press in the list, ask for the conversation alone.
        return visit.query("panel").isEmpty() ? inbox(visit, session, false, chat) : Pages.show("direct/panel", chat);
    }

    private static Answer inbox(Visit visit, Session session, boolean composing, @Nullable Chat chat) {
        return page(visit, session, false, composing, chat);
    }

    private static Answer requests(Visit visit, Session session) {
        return page(visit, session, true, false, null);
    }

    private static Answer page(Visit visit, Session session, boolean requests, boolean composing, @Nullable Chat chat) {
        long viewer = session.account().id();
        int waiting = visit.state().conversations().of(viewer, true, 1).size();
        var page = new InboxPage(
                Shell.of("Inbox • Chats", visit, "direct", "compose"),
                InboxPage.rows(viewer, requests, visit.state()),
                requests,
                waiting,
                composing,
                chat);
        return Pages.show("direct/inbox", page);
    }
}
