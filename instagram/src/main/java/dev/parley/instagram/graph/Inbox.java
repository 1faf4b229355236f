package dev.parley.instagram.graph;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading conversations. */
final class Inbox {

    private static final String CONVERSATION_FIELDS = "id,updated_time,participants";

    private final Account account;
    private final Correspondents correspondents;
    private final MessageReading reading;

    Inbox(Account account, Correspondents correspondents) {
        this.account = account;
        this.correspondents = correspondents;
        this.reading = new MessageReading(account);
    }

    Outcome<Page<Conversation>> page(@Nullable PersonId with, @Nullable String cursor) {
        if (!Pages.isCursor(cursor)) {
            return Account.nothingAsked("Not a cursor of a page before");
        }
        Parameters query = new Parameters()
                .with("platform", "instagram")
                .with("fields", CONVERSATION_FIELDS)
                .with("user_id", with == null ? null : with.value())
                .with("after", cursor);
        return account.ask(
                GraphRequest.get(account.messaging("conversations"), query),
                json -> Pages.of(json, this::conversation));
    }

    /** Fact: the first page comes inside the conversation, later ones by themselves. */
    Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        if (!Pages.isCursor(cursor)) {
            return Account.nothingAsked("Not a cursor of a page before");
        }
        if (!isOnePlace(thread)) {
            return Account.nothingAsked("Not a conversation's id");
        }
        Parameters query = new Parameters();
        if (cursor == null) {
            query.with("fields", "messages{" + MessageReading.FIELDS + "}");
            return account.ask(GraphRequest.get(thread.value(), query), json -> page(json.path("messages")));
        }
        query.with("fields", MessageReading.FIELDS).with("after", cursor);
        return account.ask(GraphRequest.get(thread.value() + "/messages", query), this::page);
    }

    /** Who is in a conversation, asked only if it is not known. */
    Outcome<PersonId> person(ThreadId thread) {
        PersonId known = correspondents.in(thread);
        if (known != null) {
            return new Outcome.Done<>(known);
        }
        if (!isOnePlace(thread)) {
            return Account.nothingAsked("Not a conversation's id");
        }
        Parameters query = new Parameters().with("fields", CONVERSATION_FIELDS);
        return account.ask(GraphRequest.get(thread.value(), query), this::conversation)
                .then(conversation -> conversation.people().isEmpty()
                        ? new Outcome.Refused<>(new Refusal.InvalidTarget("Instagram does not say who is in it"))
                        : new Outcome.Done<>(conversation.people().getFirst().id()));
    }

    /** An id from an answer must not be able to name any other endpoint. */
    private static boolean isOnePlace(ThreadId thread) {
        return !thread.value().contains("/") && !thread.value().startsWith(".");
    }

    private @Nullable Conversation conversation(JsonNode json) {
        ThreadId id = Fields.id(json, "id", ThreadId::new);
        if (id == null) {
            return null;
        }
        List<Person> people = new ArrayList<>();
        json.path("participants").path("data").forEach(each -> addOther(each, people));
        people.forEach(person -> correspondents.know(id, person.id()));
        return new Conversation(id, people, false, null, Fields.time(json, "updated_time"), List.of());
    }

    private void addOther(JsonNode json, List<Person> people) {
        PersonId id = Fields.person(json, "id");
        String username = Fields.text(json, "username");
        boolean own = account.is(id, username) || account.is(Fields.person(json, "user_id"), null);
        if (!own && id != null && username != null && !username.isBlank()) {
            people.add(new Person(id, username));
        }
    }

    private @Nullable Page<Message> page(JsonNode json) {
        Page<Message> page = Pages.of(json, reading::message);
        if (page != null) {
            page.items().stream().filter(message -> !message.own()).forEach(this::remember);
        }
        return page;
    }

    private void remember(Message message) {
        if (message.sender() != null && message.at() != null) {
            correspondents.wrote(message.sender(), Objects.requireNonNull(message.at()));
        }
    }
}
