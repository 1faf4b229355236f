package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request of a page's script. For the worker's thread. */
public final class Exchange {

    /** Longer answers are not read. */
    private static final int LONGEST = 1024 * 1024;

    private final String path;
    private final Request first;
    private Request latest;
    private final List<String> detours = new ArrayList<>();
    private boolean ended;
    private @Nullable String failure;
    private boolean read;
    private @Nullable String text;

    Exchange(String path, Request request) {
        this.path = path;
        this.first = request;
        this.latest = request;
    }

    boolean isOf(Request request) {
        return latest == request;
    }

    void follow(Request next) {
        latest = next;
        detours.add(Wire.path(next));
        ended = false;
    }

    void end(@Nullable String why) {
        ended = true;
        failure = why;
    }

    /** The path that was asked first. */
    public String path() {
        return path;
    }

    /** Whether what was posted has this in it, as it is. */
    public boolean mentions(String text) {
        String posted = first.postData();
        return posted != null && posted.contains(text);
    }

    public boolean isUnderway() {
        return !ended;
    }

    /** The path that answered, after redirects. */
    public String answeredBy() {
        return Wire.path(latest);
    }

    /** The paths that the request was sent to instead, in this order. */
    public List<String> detours() {
        return List.copyOf(detours);
    }

    /** Chromium's words, or null if an answer came completely. */
    public @Nullable String failure() {
        return failure;
    }

    /** Null if none came. */
    public @Nullable Integer status() {
        Response response = response();
        return response == null ? null : response.status();
    }

    public @Nullable String header(String name) {
        Response response = response();
        return response == null ? null : response.headers().get(name);
    }

    /** What was answered; null if it is too long, or no longer to be had because the page has changed. Read once. */
    public @Nullable String text() {
        if (!read) {
            text = readText();
            read = true;
        }
        return text;
    }

    private @Nullable String readText() {
        Response response = failure == null ? response() : null;
        try {
            return response == null || latest.sizes().responseBodySize > LONGEST ? null : response.text();
        } catch (PlaywrightException e) {
            if (Troubles.cutOff(e)) {
                throw e;
            }
            return null;
        }
    }

    private @Nullable Response response() {
        return latest.existingResponse();
    }
}
