package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The codes that were handed out when two-factor was switched on: five of eight digits, each good once. Thread-safe; survives a restart. */
public final class BackupCodes {
    private static final int COUNT = 5;
    private static final int DIGITS = 8;
    private static final int HEX_DIGITS = 7;
    private static final int HEX = 16;

    private final Set<Event.BackupCodeUsed> used = ConcurrentHashMap.newKeySet();

    /** Those that are still good; none for an account without a second factor. */
    public List<String> of(Account account) {
        boolean has = account.protection() == Protection.TOTP || account.protection() == Protection.SMS;
        return IntStream.range(0, has ? COUNT : 0)
                .mapToObj(i -> code(account, i))
                .filter(code -> !used.contains(new Event.BackupCodeUsed(account.id(), code)))
                .toList();
    }

    /** Whether it is good; then it is used up. */
    synchronized boolean use(Account account, String code, Journal journal) {
        if (!of(account).contains(code)) {
            return false;
        }
        var event = new Event.BackupCodeUsed(account.id(), code);
        apply(event);
        journal.write(event);
        return true;
    }

    public void apply(Event.BackupCodeUsed event) {
        used.add(event);
    }

    private static String code(Account account, int number) {
        String hex = Tokens.derivedHex(account.username(), "backup code " + number, HEX_DIGITS);
        return ("%0" + DIGITS + "d").formatted(Integer.parseInt(hex, HEX) % 100_000_000);
    }
}
