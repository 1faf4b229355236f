package dev.parley.sandbox.admin;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.account.OutboxCode;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.Totp;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Hashtag;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the look-around page shows: the latest of everything, newest first. */
public record Overview(SandboxState state, String tag, String search) {
    private static final int SHOWN = 30;

    public Instant now() {
        return state.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public List<Account> accounts() {
        return state.accounts().fixed();
    }

    public int otherAccounts() {
        return state.accounts().all().size() - accounts().size();
    }

    /** How to get past what an account asks for besides its password. */
    public String codeOf(Account account) {
        if (account.protection() == Protection.TOTP) {
            return "authenticator shows " + Totp.code(Account.TOTP_SECRET, now());
        }
        List<OutboxCode> codes = state.outbox().of(account);
        return codes.isEmpty()
                ? ""
                : codes.getLast().channel() + ": " + codes.getLast().code();
    }

    /** What an account asks for besides its password. */
    public String protectionOf(Account account) {
        return switch (account.protection()) {
            case NONE -> "nothing more";
            case TOTP -> "authenticator code";
            case SMS -> "code by SMS";
            case EMAIL_CHALLENGE -> "challenge by e-mail";
        };
    }

    public List<FollowTruth> follows() {
        return newest(state.truth().follows(null));
    }

    public List<LoginTruth> logins() {
        return newest(state.logins().of(null));
    }

    public List<ScriptedFault> faults() {
        return state.script().active();
    }

    public List<Hashtag> hashtags() {
        return state.world().hashtags().all();
    }

    public List<Post> posts() {
        Optional<Hashtag> hashtag = state.world().hashtags().named(tag);
        return hashtag.map(found -> state.world().hashtags().recent(found, now(), null, SHOWN))
                .orElse(List.of());
    }

    public List<Person> people() {
        String wanted = search.toLowerCase(Locale.ROOT);
        return state.world().people().all().stream()
                .filter(person -> person.username().contains(wanted)
                        || person.fullName().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(SHOWN)
                .toList();
    }

    private static <T> List<T> newest(List<T> oldestFirst) {
        return oldestFirst.reversed().stream().limit(SHOWN).toList();
    }
}
