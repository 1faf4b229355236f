package dev.parley.instagram.browser;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Conversations.Accepted;
import dev.parley.instagram.Conversations.Declined;
import dev.parley.instagram.Conversations.Read;
import dev.parley.instagram.Message;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reading messages, as the inbox's own scripts load them: a page shows display names only, and no times. Looking changes nothing; that something
 * was read is told by {@link #markRead} alone.
 */
final class Conversations {

    private static final String DIRECT = "/api/v1/direct_v2/";
    private static final int NOT_FOUND = 404;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Seat seat;

    Conversations(Seat seat) {
        this.seat = seat;
    }

    Outcome<Page<Conversation>> inbox(@Nullable String cursor) {
        return list("inbox", "inbox/?limit=20&thread_message_limit=10&persistentBadging=true&folder=", cursor);
    }

    Outcome<Page<Conversation>> requests(@Nullable String cursor) {
        return list("requests", "pending_inbox/?limit=20&thread_message_limit=10&persistentBadging=true", cursor);
    }

    private Outcome<Page<Conversation>> list(String call, String path, @Nullable String cursor) {
        return seat.read(
                call, errand -> ThreadReading.list(new SiteCalls(errand).get(DIRECT + path + after(cursor)), me()));
    }

    Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        return in(
                thread,
                () -> seat.read("messages", errand -> {
                    JsonNode json = found(errand, DIRECT + "threads/" + thread.value() + "/?limit=20" + after(cursor));
                    return ThreadReading.messages(json.path("thread"), me());
                }));
    }

    private String me() {
        return seat.session().account().value();
    }

    private static String after(@Nullable String cursor) {
        return cursor == null ? "" : "&direction=older&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    /** Fact: the words of a conversation's 404 vary. */
    private static JsonNode found(Errand errand, String path) {
        Said said = new SiteCalls(errand).exchange(path, null);
        JsonNode json = said.json();
        if (json != null && said.agrees()) {
            return json;
        }
        Refusal refusal = Complaints.refusal(said);
        throw new Stopped(
                said.status() == NOT_FOUND && refusal instanceof Refusal.Unknown
                        ? new Refusal.InvalidTarget("Instagram knows no such conversation")
                        : refusal);
    }

    Outcome<Accepted> accept(ThreadId thread) {
        return change("accept", thread, "approve/", "filter=DEFAULT", new Accepted(thread));
    }

    Outcome<Declined> decline(ThreadId thread) {
        return change("decline", thread, "decline/", "filter=DEFAULT", new Declined(thread));
    }

    Outcome<Read> markRead(ThreadId thread, MessageId upTo) {
        return NUMBER.matcher(upTo.value()).matches()
                ? change(
                        "markRead",
                        thread,
                        "items/" + upTo.value() + "/seen/",
                        "thread_id=" + thread.value() + "&action=mark_seen",
                        new Read(thread))
                : nothingAsked("Not a message of the website's");
    }

    private <T> Outcome<T> change(String call, ThreadId thread, String path, String form, T done) {
        Function<Errand, T> ask = errand -> {
            new SiteCalls(errand).change(DIRECT + "threads/" + thread.value() + "/" + path, form);
            return done;
        };
        return in(thread, () -> seat.change(call, ask));
    }

    private static <T> Outcome<T> in(ThreadId thread, Supplier<Outcome<T>> call) {
        return NUMBER.matcher(thread.value()).matches()
                ? call.get()
                : nothingAsked("Not a conversation of the website's");
    }

    private static <T> Outcome<T> nothingAsked(String detail) {
        return Seat.refused(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }
}
