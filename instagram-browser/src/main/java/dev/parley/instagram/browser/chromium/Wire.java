package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page's own scripts have asked the site to change, and how that ended. Only requests of scripts that post something to paths under
 * {@code /api/} and {@code /graphql}; the latest few. For the worker's thread.
 */
public final class Wire {

    private static final int MOST = 50;
    private static final Set<String> SCRIPTS = Set.of("xhr", "fetch");

    private final Page page;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Deque<String> journeys = new ArrayDeque<>();
    private final Deque<String> detours = new ArrayDeque<>();

    Wire(Page page) {
        this.page = page;
        page.onRequest(this::sent);
        page.onRequestFinished(request -> ended(request, null));
        page.onRequestFailed(request -> ended(request, String.valueOf(request.failure())));
    }

    private void sent(Request request) {
        if (Passage.leadsElsewhere(request, page)) {
            journeys.addLast(path(request));
            keepFew(journeys);
        }
        Request before = request.redirectedFrom();
        if (before != null) {
            detour(request);
            exchanges.stream().filter(exchange -> exchange.isOf(before)).forEach(exchange -> exchange.follow(request));
        } else if (SCRIPTS.contains(request.resourceType()) && request.method().equals("POST")) {
            note(request);
        }
    }

    private void detour(Request request) {
        if (SCRIPTS.contains(request.resourceType())) {
            detours.addLast(path(request));
            keepFew(detours);
        }
    }

    private void note(Request request) {
        String path = path(request);
        if (path.startsWith("/api/") || path.startsWith("/graphql")) {
            exchanges.addLast(new Exchange(path, request));
            keepFew(exchanges);
        }
    }

    private static void keepFew(Deque<?> notes) {
        if (notes.size() > MOST) {
            notes.removeFirst();
        }
    }

    static String path(Request request) {
        try {
            String path = URI.create(request.url()).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void ended(Request request, @Nullable String failure) {
        exchanges.stream().filter(exchange -> exchange.isOf(request)).forEach(exchange -> exchange.end(failure));
    }

    /** Forgets what was asked until now. */
    public void clear() {
        exchanges.clear();
        journeys.clear();
        detours.clear();
    }

    /** Forgets where scripts were sent until now. */
    public void clearDetours() {
        detours.clear();
    }

    /** The paths that scripts, reading ones too, were sent to instead of what they asked for, in this order. */
    public List<String> detours() {
        return List.copyOf(detours);
    }

    /** The paths that the page has gone to, or was sent to on the way, in this order. */
    public List<String> journeys() {
        return List.copyOf(journeys);
    }

    /** In the order of asking. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
