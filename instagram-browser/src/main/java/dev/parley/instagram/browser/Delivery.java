package dev.parley.instagram.browser;

import com.microsoft.playwright.Page;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.browser.chromium.Exchange;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.ChatPage;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What becomes of a message after the press that sends it. */
final class Delivery {

    private static final String ABOUT = "/direct_v2/threads/broadcast/";

    /** Fact: the mark of a failed message may come before the words that tell why. */
    private static final Duration A_MOMENT = Duration.ofMillis(1500);

    private final Errand errand;
    private final String text;
    private final ChatPage.Traces before;
    private @Nullable Long failedSince;

    Delivery(Errand errand, String text, ChatPage.Traces before) {
        this.errand = errand;
        this.text = text;
        this.before = before;
    }

    /** Waits until the conversation shows it. If it never does, the call ends as not known, never as not sent. */
    Sent awaited() {
        return errand.settle(ABOUT, (page, scene, wire) -> {
            var chat = errand.chat(page);
            if (scene.hasDialog() && chat.asksHow()) {
                throw new Stopped(new Refusal.MessagesRefused(
                        "Instagram asks how the first message to this person shall go; answer it once on the site"));
            }
            ChatPage.Traces now = chat.traces(text);
            endIfFailed(now);
            return now.showSent(before) ? sent(page, wire, now) : null;
        });
    }

    private void endIfFailed(ChatPage.Traces now) {
        if (!now.failed() || now.count() <= before.count()) {
            return;
        }
        if (failedSince == null) {
            failedSince = System.nanoTime();
        }
        if (System.nanoTime() - failedSince > A_MOMENT.toNanos()) {
            throw new Stopped(new Refusal.Unanswered("The conversation shows the message as not sent"));
        }
    }

    /** Fact: the answer to the page's request names both, the page itself perhaps. */
    private static Sent sent(Page page, Wire wire, ChatPage.Traces now) {
        JsonNode payload = wire.exchanges().stream()
                .filter(exchange -> exchange.path().contains(ABOUT))
                .map(Delivery::payload)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String id = payload == null ? null : payload.path("item_id").asString(null);
        String thread = payload == null ? null : payload.path("thread_id").asString(null);
        return new Sent(
                message(id == null ? now.id() : id),
                thread(thread == null ? ChatPage.thread(Address.of(page.url())) : thread),
                payload == null ? null : Moments.micros(payload.path("timestamp")));
    }

    private static @Nullable JsonNode payload(Exchange exchange) {
        Integer status = exchange.status();
        String answer = exchange.text();
        JsonNode json = status == null || answer == null
                ? null
                : Said.of(status, exchange.answeredBy(), null, answer).json();
        return json == null ? null : json.path("payload");
    }

    private static @Nullable MessageId message(@Nullable String id) {
        return id != null && id.matches("[0-9]{1,64}") ? new MessageId(id) : null;
    }

    private static @Nullable ThreadId thread(@Nullable String id) {
        return id != null && id.matches("[0-9]{1,64}") ? new ThreadId(id) : null;
    }
}
