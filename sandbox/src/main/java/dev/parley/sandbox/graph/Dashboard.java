package dev.parley.sandbox.graph;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Manners;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the app's developer sees and sets at Meta, and what only a sandbox lets one do. */
public final class Dashboard {
    private final CurrentState current;

    public Dashboard(CurrentState current) {
        this.current = current;
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
        long person = state.person(username)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has nobody named " + username))
                .id();
        return Numbers.person(person, account(state, account).id());
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
        return answer;
    }
}
