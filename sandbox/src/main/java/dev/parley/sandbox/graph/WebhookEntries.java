package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.official.Official;
import dev.parley.sandbox.state.SandboxState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries of webhooks, queued for accounts whose events go to an app that has chosen the field. Fact: {@code time} is in milliseconds with
 * {@code messaging} and in seconds with {@code changes}.
 */
record WebhookEntries(SandboxState state) {
    private static final long MILLIS = 1_000;

    /** A person to the account. */
    Map<String, @Nullable Object> incoming(long account, long person, long at) {
        return Json.object(
                "sender",
                Json.object("id", Numbers.person(person, account)),
                "recipient",
                Json.object("id", Numbers.account(account)),
                "timestamp",
                at);
    }

    /** The account to a person. */
    Map<String, @Nullable Object> outgoing(long account, long person, long at) {
        return Json.object(
                "sender",
                Json.object("id", Numbers.account(account)),
                "recipient",
                Json.object("id", Numbers.person(person, account)),
                "timestamp",
                at);
    }

    void messaging(long account, String field, Map<String, @Nullable Object> element, String name, Object happened) {
        element.put(name, happened);
        String place = field.equals("standby") ? "standby" : "messaging";
        queue(
                account,
                field,
                Json.object("id", Numbers.account(account), "time", state.now(), place, List.of(element)));
    }

    void change(long account, String field, Object value, long at) {
        Map<String, @Nullable Object> entry = Json.object("id", Numbers.account(account), "time", at / MILLIS);
        if (state.official().registration().manners().flat()) {
            entry.put("field", field);
            entry.put("value", value);
        } else {
            entry.put("changes", List.of(Json.object("field", field, "value", value)));
        }
        queue(account, field, entry);
    }

    private void queue(long account, String field, Map<String, @Nullable Object> entry) {
        Official official = state.official();
        Callback callback = official.registration().callback();
        boolean wanted = !callback.url().isEmpty()
                && callback.fields().contains(field)
                && official.subscriptions().contains(account);
        if (wanted) {
            official.webhooks().add(account, field, Json.text(entry), state.now(), state.journal());
        }
    }
}
