package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is on its way, known from events alone. Fact: as long as a page is on its way to another document, Chromium answers no
 * question about the old one, and a worker that asked would be held up. For the worker's thread.
 */
final class Passage {

    private static final Pattern CODE = Pattern.compile("(?:net::)?(ERR_[A-Z_]+)");

    private final Page page;
    private boolean underway;
    private boolean loaded;
    private int status;
    private @Nullable String retryAfter;
    private @Nullable String failure;
    private @Nullable Request latest;

    Passage(Page page) {
        this.page = page;
        page.onRequest(this::asked);
        page.onResponse(this::answered);
        page.onRequestFailed(this::failed);
        page.onFrameNavigated(this::committed);
        page.onDOMContentLoaded(ignored -> loaded = true);
    }

    void begin() {
        underway = true;
        loaded = false;
        status = 0;
        retryAfter = null;
        failure = null;
    }

    private void asked(Request request) {
        if (leadsElsewhere(request)) {
            begin();
            latest = request;
        }
    }

    private void answered(Response response) {
        if (leadsElsewhere(response.request())) {
            status = response.status();
            retryAfter = response.headers().get("retry-after");
        }
    }

    private void failed(Request request) {
        if (request == latest) {
            fail(String.valueOf(request.failure()));
        }
    }

    /** @return false if these words tell of no failure on the way */
    boolean fail(String words) {
        Matcher code = CODE.matcher(words);
        if (code.find()) {
            failure = code.group(1);
            underway = false;
        }
        return failure != null;
    }

    private void committed(Frame frame) {
        if (frame == page.mainFrame()) {
            underway = false;
        }
    }

    private boolean leadsElsewhere(Request request) {
        return leadsElsewhere(request, page);
    }

    /** Whether this is for another document in the page's main frame. */
    static boolean leadsElsewhere(Request request, Page page) {
        try {
            return request.isNavigationRequest() && request.frame() == page.mainFrame();
        } catch (PlaywrightException e) {
            // Of a frame that does not exist yet; it is not the main one.
            return false;
        }
    }

    boolean underway() {
        return underway;
    }

    @Nullable
    Arrival arrival() {
        if (failure != null) {
            return new Arrival.Failed(failure);
        }
        return underway || !loaded ? null : new Arrival.Arrived(status, retryAfter);
    }
}
