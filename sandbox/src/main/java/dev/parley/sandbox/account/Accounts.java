package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.world.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The accounts that sign in: four that are always there, and those made on request. Thread-safe. */
public final class Accounts {
    private static final long FIRST_FIXED_ID = 9_000_000_001L;
    private static final long FIRST_MADE_ID = 9_100_000_001L;

    private final List<Account> fixed = List.of(
            new Account(profile(FIRST_FIXED_ID, "alma.plain", "Alma Plain"), Protection.NONE),
            new Account(profile(FIRST_FIXED_ID + 1, "tomas.totp", "Tomas Totp"), Protection.TOTP),
            new Account(profile(FIRST_FIXED_ID + 2, "chloe.challenge", "Chloé Challenge"), Protection.EMAIL_CHALLENGE),
            new Account(profile(FIRST_FIXED_ID + 3, "sami.sms", "Sami Sms"), Protection.SMS));
    private final Map<String, Account> byUsername = new ConcurrentHashMap<>();
    private final Map<Long, Account> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> madeByPrefix = new ConcurrentHashMap<>();
    private long nextMadeId = FIRST_MADE_ID;

    public Accounts() {
        fixed.forEach(this::add);
    }

    /** The four accounts that are always there. */
    public List<Account> fixed() {
        return fixed;
    }

    /** Whether this is the id of one of the four accounts that are always there. */
    public boolean isFixed(long id) {
        return fixed.stream().anyMatch(account -> account.id() == id);
    }

    public Collection<Account> all() {
        return byId.values();
    }

    public Optional<Account> withUsername(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    public Optional<Account> withId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many accounts were made with this prefix: their numbers start at one. */
    public int madeWith(String prefix) {
        return madeByPrefix.getOrDefault(prefix, 0);
    }

    /** Makes {@code prefix.1}, {@code prefix.2} and so on; numbers go on where the prefix was left. */
    public synchronized List<Account> apply(Event.AccountsMade event) {
        List<Account> made = IntStream.range(0, event.count())
                .mapToObj(i -> made(nextMadeId + i, event.prefix() + "." + (event.first() + i)))
                .toList();
        nextMadeId += event.count();
        made.forEach(this::add);
        madeByPrefix.merge(event.prefix(), event.count(), Integer::sum);
        return made;
    }

    private void add(Account account) {
        byUsername.put(account.username(), account);
        byId.put(account.id(), account);
    }

    private static Account made(long id, String username) {
        return new Account(profile(id, username, username), Protection.NONE);
    }

    private static Person profile(long id, String username, String fullName) {
        return new Person(id, username, fullName, "", false, false, false, false, true, 0);
    }
}
