package dev.parley.instagram.mobile;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Conversations.Accepted;
import dev.parley.instagram.Conversations.Declined;
import dev.parley.instagram.Conversations.Read;
import dev.parley.instagram.Message;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.Reading;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The inbox, the message requests, and single conversations: one request each. */
final class Conversations {

    private static final int NOT_FOUND = 404;
    private static final String PAGE = "20";
    private static final String MESSAGES_IN_LIST = "10";
    private static final String UNSEEN = "unseen";

    /** Fact: ids have more digits than 64 bits hold. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Line line;
    private final Device device;
    private final PersonId account;
    private final SecureRandom random;

    Conversations(Line line, Device device, PersonId account, SecureRandom random) {
        this.line = line;
        this.device = device;
        this.account = account;
        this.random = random;
    }

    Outcome<Page<Conversation>> inbox(@Nullable String cursor) {
        Query query = new Query()
                .with("eb_device_id", "0")
                .with("igd_request_log_tracking_id", Device.uuid(random))
                .with("visual_message_return_type", UNSEEN)
                .with("thread_message_limit", MESSAGES_IN_LIST)
                .with("persistentBadging", "true")
                .with("limit", PAGE)
                .with("is_prefetching", "false")
                .with("fetch_reason", cursor == null ? "initial_snapshot" : "page_scroll")
                .with("include_old_mrs", "false")
                .with("no_pending_badge", "true")
                .with("push_disabled", "true")
                .with("direction", cursor == null ? null : "older")
                .with("cursor", cursor);
        return line.ask(AppRequest.get("direct_v2/inbox/" + query), new InboxReading(account));
    }

    Outcome<Page<Conversation>> requests(@Nullable String cursor) {
        Query query = new Query()
                .with("visual_message_return_type", UNSEEN)
                .with("persistentBadging", "true")
                .with("is_prefetching", "false")
                .with("request_session_id", Device.uuid(random))
                .with("cursor", cursor);
        return line.ask(AppRequest.get("direct_v2/pending_inbox/" + query), new InboxReading(account));
    }

    Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        Query query = new Query()
                .with("visual_message_return_type", UNSEEN)
                .with("direction", "older")
                .with("seq_id", "40065")
                .with("limit", PAGE)
                .with("cursor", cursor);
        return in(
                thread,
                () -> line.ask(
                        AppRequest.get("direct_v2/threads/" + thread.value() + "/" + query),
                        new ThreadReading(account)));
    }

    Outcome<Accepted> accept(ThreadId thread) {
        return change(thread, "approve/", decision(), new Accepted(thread));
    }

    Outcome<Declined> decline(ThreadId thread) {
        return change(thread, "decline/", decision(), new Declined(thread));
    }

    Outcome<Read> markRead(ThreadId thread, MessageId upTo) {
        if (!NUMBER.matcher(upTo.value()).matches()) {
            return nothingAsked("Not a message of the app's");
        }
        String token = MessageToken.next(random).value();
        Fields fields = new Fields()
                .with("thread_id", thread.value())
                .with("action", "mark_seen")
                .with("client_context", token)
                .with("_uuid", device.uuid())
                .with("offline_threading_id", token);
        return change(thread, "items/" + upTo.value() + "/seen/", fields, new Read(thread));
    }

    private Fields decision() {
        return new Fields().with("filter", "DEFAULT").with("_uuid", device.uuid());
    }

    private <T> Outcome<T> change(ThreadId thread, String path, Fields fields, T done) {
        return in(
                thread,
                () -> line.ask(
                        AppRequest.form("direct_v2/threads/" + thread.value() + "/" + path, fields),
                        Reading.nothingBut(done)));
    }

    /** Fact: the words of a conversation's 404 vary; what counts is that an answer came. */
    private static <T> Outcome<T> in(ThreadId thread, Supplier<Outcome<T>> call) {
        if (!NUMBER.matcher(thread.value()).matches()) {
            return nothingAsked("Not a conversation of the app's");
        }
        Outcome<T> outcome = call.get();
        return outcome instanceof Outcome.Refused<T>(Refusal.Unknown unknown) && unknown.status() == NOT_FOUND
                ? new Outcome.Refused<>(new Refusal.InvalidTarget(unknown.detail()))
                : outcome;
    }

    private static <T> Outcome<T> nothingAsked(String detail) {
        return new Outcome.Refused<>(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }
}
