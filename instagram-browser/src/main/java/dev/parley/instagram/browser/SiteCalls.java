package dev.parley.instagram.browser;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.parley.instagram.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks the site as its own scripts do, from the account's page, with its cookies. Fact: the site's id for itself is sent along, and changes carry
 * the token that the cookie {@code csrftoken} holds.
 */
final class SiteCalls {

    private static final String APP_ID = "936619743392459";
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    /** Nothing of it is left on the page: the answer waits in an object that only the caller has hold of. */
    private static final String SCRIPT = """
            ({ path, form, appId, largest }) => {
              const box = {}
              const token = document.cookie.split('; ').find(each => each.startsWith('csrftoken='))
              const headers = { 'X-IG-App-ID': appId, 'X-Requested-With': 'XMLHttpRequest' }
              const request = { headers }
              if (form != null) {
                headers['X-CSRFToken'] = token ? token.slice('csrftoken='.length) : ''
                headers['Content-Type'] = 'application/x-www-form-urlencoded'
                request.method = 'POST'
                request.body = form
              }
              const read = async answer => {
                const reader = answer.body.getReader()
                const decoder = new TextDecoder()
                let text = '', size = 0
                for (;;) {
                  const { done, value } = await reader.read()
                  if (done) return { text, whole: true }
                  size += value.length
                  if (size > largest) {
                    await reader.cancel()
                    return { text: '', whole: false }
                  }
                  text += decoder.decode(value, { stream: true })
                }
              }
              fetch(path, request).then(
                answer => read(answer).then(
                  ({ text, whole }) => (box.said = {
                    status: answer.status, url: answer.url, retryAfter: answer.headers.get('Retry-After'), text, whole,
                  }),
                  () => (box.said = { broke: true })),
                () => (box.said = { none: true }))
              return box
            }
            """;

    private static final List<String> GONE_ELSEWHERE = List.of("disposed", "destroyed", "Cannot find context");

    private final Errand errand;

    SiteCalls(Errand errand) {
        this.errand = errand;
    }

    /** Reads; ends if the answer is no yes. */
    JsonNode get(String path) {
        return yes(exchange(path, null));
    }

    /** Posts a form that changes nothing. */
    JsonNode read(String path, String form) {
        return yes(exchange(path, form));
    }

    /** Posts a form that changes something, once. */
    JsonNode change(String path, String form) {
        stayOnSite();
        errand.markAsked();
        return yes(exchange(path, form));
    }

    private static JsonNode yes(Said said) {
        JsonNode json = said.json();
        if (json == null || !said.agrees()) {
            throw new Stopped(Complaints.refusal(said));
        }
        return json;
    }

    Said exchange(String path, @Nullable String form) {
        stayOnSite();
        errand.markSpoken();
        JSHandle box = errand.tab()
                .step(
                        (page, wire) -> {
                            wire.clearDetours();
                            return begin(page, path, form);
                        },
                        errand.deadline());
        Map<?, ?> said = errand.tab().<Map<?, ?>>until((page, wire) -> look(box), errand.deadline());
        List<String> detours = errand.tab().step((page, wire) -> wire.detours(), errand.deadline());
        return said(said).sentThrough(detours);
    }

    /** The page has to be one of the site's own; any will do. */
    private void stayOnSite() {
        String url = errand.tab().step((page, wire) -> page.url(), errand.deadline());
        if (!url.startsWith(errand.base() + "/")) {
            errand.open("/");
        }
    }

    private static JSHandle begin(Page page, String path, @Nullable String form) {
        var arguments = new HashMap<String, @Nullable Object>();
        arguments.put("path", path);
        arguments.put("form", form);
        arguments.put("appId", APP_ID);
        arguments.put("largest", LARGEST_ANSWER);
        return page.evaluateHandle(SCRIPT, arguments);
    }

    private static @Nullable Map<?, ?> look(JSHandle box) {
        try {
            return box.evaluate("box => box.said ?? null") instanceof Map<?, ?> said ? said : null;
        } catch (PlaywrightException e) {
            // The page has gone elsewhere and has taken the answer with it.
            if (GONE_ELSEWHERE.stream().anyMatch(String.valueOf(e.getMessage())::contains)) {
                return Map.of("none", true);
            }
            throw e;
        }
    }

    private static Said said(Map<?, ?> said) {
        if (said.containsKey("none")) {
            throw new Stopped(new Refusal.Unanswered("No answer from Instagram, or the connection broke"));
        }
        if (said.containsKey("broke")) {
            throw new Stopped(new Refusal.BadResponse("The answer broke off"));
        }
        if (!Boolean.TRUE.equals(said.get("whole"))) {
            throw new Stopped(new Refusal.BadResponse("The answer is too large"));
        }
        Object retryAfter = said.get("retryAfter");
        return Said.of(
                said.get("status") instanceof Number status ? status.intValue() : 0,
                String.valueOf(said.get("url")),
                retryAfter == null ? null : retryAfter.toString(),
                String.valueOf(said.get("text")));
    }
}
