package dev.parley.server.conversation;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Message;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.server.account.Account;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is new in an account's inbox: from the newest conversation on, until nothing differs any more. Outside of any transaction. */
@Component
class ReadInbox {

    private static final int MOST_PAGES_BACK = 10;

    /** In how many conversations one reading looks further back than the list of all shows. */
    private static final int MOST_LOOKED_INTO = 60;

    private static final String INBOX = "inbox ";
    private static final String REQUESTS = "requests ";

    private final Tenancy tenancy;
    private final KnownConversations knownConversations;
    private final LeaveOutErased leaveOutErased;
    private final InboxSettings settings;
    private final Clock clock;

    ReadInbox(
            Tenancy tenancy,
            KnownConversations knownConversations,
            LeaveOutErased leaveOutErased,
            InboxSettings settings,
            Clock clock) {
        this.tenancy = tenancy;
        this.knownConversations = knownConversations;
        this.leaveOutErased = leaveOutErased;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param next where the reading has to go on, which became too long; null where it came to its end
     */
    record News(List<Heard> heard, @Nullable String next) {}

    /**
     * @param from where an earlier reading left off; null at the newest conversation
     * @param everReadBefore whether the inbox was ever read: of what was said before that, only the newest is taken
     */
    Outcome<News> read(Account account, Instagram instagram, @Nullable String from, boolean everReadBefore) {
        return new Reading(account, instagram, everReadBefore).from(from);
    }

    private final class Reading {

        private final Account account;
        private final Instagram instagram;
        private final boolean everReadBefore;
        private final List<Heard> heard = new ArrayList<>();
        private int lookedInto;

        Reading(Account account, Instagram instagram, boolean everReadBefore) {
            this.account = account;
            this.instagram = instagram;
            this.everReadBefore = everReadBefore;
        }

        Outcome<News> from(@Nullable String from) {
            if (from != null && from.startsWith(REQUESTS)) {
                return walk(instagram::requests, REQUESTS, cursor(from, REQUESTS));
            }
            return walk(instagram::inbox, INBOX, from == null ? null : cursor(from, INBOX))
                    .then(news ->
                            news.next() == null ? walk(instagram::requests, REQUESTS, null) : new Outcome.Done<>(news));
        }

        private static @Nullable String cursor(String from, String list) {
            return from.length() == list.length() ? null : from.substring(list.length());
        }

        /** Page after page, until one holds nothing that differs from what is known. */
        private Outcome<News> walk(
                Function<@Nullable String, Outcome<Page<Conversation>>> list, String name, @Nullable String from) {
            var cursor = from;
            for (var pages = 0; pages < settings.pages(); pages++) {
                switch (list.apply(cursor).then(this::taken)) {
                    case Outcome.Refused<Taken>(Refusal.Unsupported none)
                    when name.equals(REQUESTS) -> {
                        return new Outcome.Done<>(new News(heard, null));
                    }
                    case Outcome.Refused<Taken>(Refusal refusal) -> {
                        return new Outcome.Refused<>(refusal);
                    }
                    case Outcome.Done<Taken>(Taken taken) -> {
                        if (!taken.whole()) {
                            return new Outcome.Done<>(new News(heard, name + (cursor == null ? "" : cursor)));
                        }
                        cursor = taken.next();
                        if (cursor == null || !taken.differed()) {
                            return new Outcome.Done<>(new News(heard, null));
                        }
                    }
                }
            }
            return new Outcome.Done<>(new News(heard, name + cursor));
        }

        private Outcome<Taken> taken(Page<Conversation> page) {
            var here = tenancy.in(account.workspace(), () -> known(page));
            var any = false;
            for (var conversation : page.items()) {
                var before = here.known().get(conversation.id());
                if (differs(conversation, before) && !(before == null && here.rests(conversation))) {
                    any = true;
                    if (lookedInto >= MOST_LOOKED_INTO) {
                        return new Outcome.Done<>(new Taken(true, page.next(), false));
                    }
                    switch (messages(conversation, before)) {
                        case Outcome.Done<Heard>(Heard fresh) -> heard.add(fresh);
                        case Outcome.Refused<Heard>(Refusal refusal) -> {
                            return new Outcome.Refused<>(refusal);
                        }
                    }
                }
            }
            return new Outcome.Done<>(new Taken(any, page.next(), true));
        }

        private Here known(Page<Conversation> page) {
            var threads = page.items().stream().map(Conversation::id).toList();
            return new Here(knownConversations.of(account.id(), threads), leaveOutErased.resting(page.items()));
        }

        /** What moves up while the pages are read, is met again. */
        private boolean differs(Conversation conversation, @Nullable Known before) {
            var met = heard.stream().anyMatch(one -> one.conversation().id().equals(conversation.id()));
            return !met && (before == null || !before.isSame(conversation, clock.instant()));
        }

        /** Back to what is known, or to the beginning. */
        private Outcome<Heard> messages(Conversation conversation, @Nullable Known before) {
            var newestIsEnough = before == null && !everReadBefore;
            if (reaches(conversation.latest(), before)
                    || newestIsEnough && !conversation.latest().isEmpty()) {
                return new Outcome.Done<>(new Heard(conversation, conversation.latest()));
            }
            var messages = new ArrayList<Message>();
            String cursor = null;
            lookedInto++;
            for (var pages = 0; pages < MOST_PAGES_BACK; pages++) {
                switch (instagram.messages(conversation.id(), cursor)) {
                    case Outcome.Refused<Page<Message>>(Refusal refusal) -> {
                        return new Outcome.Refused<>(refusal);
                    }
                    case Outcome.Done<Page<Message>>(Page<Message> page) -> {
                        messages.addAll(page.items());
                        cursor = page.next();
                        if (cursor == null || newestIsEnough || reaches(page.items(), before)) {
                            return new Outcome.Done<>(new Heard(conversation, messages));
                        }
                    }
                }
            }
            return new Outcome.Done<>(new Heard(conversation, messages));
        }

        private static boolean reaches(List<Message> messages, @Nullable Known before) {
            return before != null && messages.stream().anyMatch(before::has);
        }
    }

    /**
     * What is here of the conversations on a page.
     *
     * @param resting those with somebody who was erased, in which nothing was said since
     */
    private record Here(Map<ThreadId, Known> known, Set<ThreadId> resting) {

        boolean rests(Conversation conversation) {
            return resting.contains(conversation.id());
        }
    }

    /**
     * @param differed whether anything differed from what was known
     * @param whole whether all of the page was taken
     */
    private record Taken(boolean differed, @Nullable String next, boolean whole) {}
}
