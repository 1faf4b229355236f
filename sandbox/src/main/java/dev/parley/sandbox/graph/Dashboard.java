package dev.parley.sandbox.graph;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Manners;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.official.Webhook;
import dev.parley.sandbox.official.WebhookTruth;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the app's developer sees and sets at Meta, and what only a sandbox lets one do. */
public final class Dashboard {
    private final CurrentState current;
    private final WebhookSender sender;

    public Dashboard(CurrentState current, WebhookSender sender) {
        this.current = current;
        this.sender = sender;
    }

    /** The app's id and secret for this way of signing in. */
    public App app(Flavour flavour) {
        return App.of(flavour);
    }

    /** Where browsers may be sent with a code: exactly these addresses; none means anywhere, as it is at first. */
    public void redirects(Set<String> addresses) {
        ask(state -> {
            var registration = state.official().registration();
            registration.register(registration.callback(), addresses, state.journal());
            return state;
        });
    }

    /** Where webhooks go, without asking the receiver whether it agrees; {@link Callback#FIELDS} tells what there is to tell of. */
    public void callback(Callback callback) {
        ask(state -> {
            var registration = state.official().registration();
            registration.register(callback, registration.redirects(), state.journal());
            return state;
        });
    }

    /** Changes how the API shows itself where it is seen to behave in two ways. */
    public void behave(UnaryOperator<Manners> change) {
        ask(state -> {
            var registration = state.official().registration();
            registration.behave(change.apply(registration.manners()), state.journal());
            return state;
        });
    }

    /** A token of 60 days with every permission, as if the account's owner had agreed to everything. */
    public String token(Flavour flavour, String username) {
        AccessToken.Kind kind = flavour == Flavour.INSTAGRAM ? AccessToken.Kind.LONG : AccessToken.Kind.PAGE;
        return ask(state -> state.official()
                        .tokens()
                        .issue(
                                flavour,
                                kind,
                                List.of(account(state, username).id()),
                                new LinkedHashSet<>(flavour.permissions()),
                                state.now(),
                                state.journal()))
                .value();
    }

    /** The owner takes back what they agreed to: every token of the account is worthless. */
    public void revoke(String username) {
        ask(state -> {
            state.official().tokens().revoke(account(state, username).id(), state.journal());
            return state;
        });
    }

    /** The account's number in the official API: {@code 1784…}. */
    public String accountNumber(String username) {
        return Numbers.account(account(current.get(), username).id());
    }

    /** The number under which an account sees a person. */
    public String personNumber(String username, String account) {
        SandboxState state = current.get();
        return Numbers.person(
                person(state, username).id(), account(state, account).id());
    }

    /** Has the app be told what happens to an account, as the account's own call would. */
    public void subscribe(String username) {
        ask(state -> {
            state.official().subscriptions().subscribe(account(state, username).id(), true, state.journal());
            return state;
        });
    }

    /**
     * Somebody comments on a post.
     *
     * @param media the post's number in the official API
     * @return the comment's number
     */
    public String comment(String author, String media, String text) {
        return ask(state -> {
            Post post = Numbers.mediaIn(media).stream()
                    .boxed()
                    .flatMap(pk -> state.post(pk).stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The sandbox has no post " + media));
            long by = person(state, author).id();
            return Long.toString(state.comments()
                    .add(post.pk(), post.owner().id(), null, by, text, state.now(), state.journal())
                    .id());
        });
    }

    /** Every webhook so far, oldest first. */
    public List<WebhookTruth> webhooks() {
        SandboxState state = current.get();
        return state.official().webhooks().all().stream()
                .map(webhook -> truth(state, webhook))
                .toList();
    }

    /** Somebody presses a button of an account's, which opens the time for writing to them. */
    public void press(String account, String person, String title, String payload) {
        ask(state -> {
            long own = account(state, account).id();
            long other = person(state, person).id();
            state.official().openings().press(own, other, state.now(), state.journal());
            var entries = new WebhookEntries(state);
            entries.messaging(
                    own,
                    "messaging_postbacks",
                    entries.incoming(own, other, state.now()),
                    "postback",
                    Json.object("mid", "aWdfcG9zdGJhY2s" + state.now(), "title", title, "payload", payload));
            return state;
        });
    }

    /**
     * Tells the app of something that the sandbox does not do by itself, such as an edited message.
     *
     * @param person null for fields that are not about a conversation
     * @param field one of {@link Callback#FIELDS}
     * @param name what it is called beside sender and recipient, for example {@code message_edit}; ignored without a person
     * @param json the value
     */
    public void tell(String account, @Nullable String person, String field, String name, String json) {
        ask(state -> {
            long own = account(state, account).id();
            var entries = new WebhookEntries(state);
            if (person == null) {
                entries.change(own, field, Json.read(json), state.now());
            } else {
                Map<String, @Nullable Object> element =
                        entries.incoming(own, person(state, person).id(), state.now());
                entries.messaging(own, field, element, name, Json.read(json));
            }
            return state;
        });
    }

    private static WebhookTruth truth(SandboxState state, Webhook webhook) {
        return new WebhookTruth(
                webhook.id(),
                state.person(webhook.account()).map(Person::username).orElse(""),
                webhook.field(),
                webhook.entry(),
                Instant.ofEpochMilli(webhook.at()),
                webhook.tries(),
                webhook.status(),
                webhook.delivered(),
                webhook.pending());
    }

    private static Person person(SandboxState state, String username) {
        return state.person(username)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has nobody named " + username));
    }

    private static Account account(SandboxState state, String username) {
        return state.accounts()
                .withUsername(username)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no account " + username));
    }

    private <T> T ask(Function<SandboxState, T> question) {
        SandboxState state = current.get();
        T answer = question.apply(state);
        state.journal().flush();
        sender.wake();
        return answer;
    }
}
