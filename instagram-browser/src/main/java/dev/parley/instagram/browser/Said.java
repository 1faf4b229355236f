package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.Gates;
import dev.parley.instagram.http.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the site answered to one of its own scripts.
 *
 * @param from the path that answered, after redirects; or that of a page in the way which was one of them
 * @param json null if it is no JSON object
 */
record Said(
        int status,
        Address from,
        @Nullable String retryAfter,
        @Nullable JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final int BAD_REQUEST = 400;

    static Said of(int status, String url, @Nullable String retryAfter, String text) {
        return new Said(status, Address.of(url), retryAfter, parsed(text));
    }

    /**
     * The same, as from the first page in the way that the request was sent to. Fact: the sign-in page sends whoever has cookies on to the
     * start page, so the last address tells nothing.
     */
    Said sentThrough(List<String> paths) {
        return paths.stream()
                .map(Address::of)
                .filter(address -> Gates.of(address) != null)
                .findFirst()
                .map(gate -> new Said(status, gate, retryAfter, json))
                .orElse(this);
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Whether it is a yes. */
    boolean agrees() {
        return status < BAD_REQUEST && json != null && !"fail".equals(text("status"));
    }

    String text(String name) {
        return json == null ? "" : json.path(name).asString("");
    }

    String message() {
        return text("message").toLowerCase(Locale.ROOT);
    }

    /** By this name in the message or the error's type. */
    boolean named(String name) {
        return message().equals(name) || text("error_type").equals(name);
    }

    /** Where the site wants the browser to go to clear something up; null if nowhere. */
    @Nullable
    Refusal gate() {
        Refusal sentElsewhere = Gates.of(from);
        String pointer = text("checkpoint_url");
        return sentElsewhere != null || pointer.isEmpty() ? sentElsewhere : Gates.of(Address.of(pointer));
    }

    @Nullable
    Duration waiting() {
        if (retryAfter == null || !retryAfter.matches("[0-9]{1,9}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** A sentence, with what the site said where that is fit to be shown. */
    String telling(String sentence) {
        String words = Quote.of(text("message"));
        return words.isEmpty() ? sentence : sentence + ": " + words;
    }
}
