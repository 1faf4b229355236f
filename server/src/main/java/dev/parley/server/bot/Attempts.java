package dev.parley.server.bot;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Refusal;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Check;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.NoSession;
import dev.parley.server.account.Sessions;
import dev.parley.server.account.WorkingSession;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives each try what it needs; what a tick needs several times is read once. */
@Component
class Attempts {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Drivers drivers;
    private final Vault vault;
    private final Check check;

    Attempts(Tenancy tenancy, Accounts accounts, Sessions sessions, Drivers drivers, Vault vault, Check check) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.sessions = sessions;
        this.drivers = drivers;
        this.vault = vault;
        this.check = check;
    }

    OfTick forTick(Owner owner) {
        return new OfTick(owner);
    }

    /** What one tick has read so far; used by that tick's thread alone. */
    class OfTick {

        private final Owner owner;
        private @Nullable Account account;
        private @Nullable String driver;
        private @Nullable Access access;
        private @Nullable Supplier<Optional<WorkingSession>> asked;
        private boolean used;
        private boolean proven;
        private boolean checked;

        OfTick(Owner owner) {
            this.owner = owner;
        }

        /** Asks for the session, if it is not known, together with what else the caller's transaction asks. */
        void askForSession() {
            if (access == null) {
                asked = sessions.opening(owner.account());
            }
        }

        /** Joins the caller's transaction, so that nothing is left to read between an intent and its call. */
        boolean hasSession() {
            return access() instanceof Access.Open;
        }

        /** Whether Instagram has to be asked first who is signed in; once in a tick is enough. */
        boolean mustCheck() {
            return !checked
                    && access() instanceof Access.Open(WorkingSession stored, Instagram open)
                    && stored.mustBeChecked();
        }

        /** Asks Instagram who is signed in, and stores what that shows of the session. Empty unless the account has to stop. */
        Optional<Refusal> check() {
            checked = true;
            if (!(access() instanceof Access.Open(WorkingSession stored, Instagram open))) {
                return Optional.empty();
            }
            var asked = check.ask(account(), stored.snapshot());
            tenancy.in(owner.workspace(), () -> check.record(asked));
            forget();
            return asked.refusal()
                    .filter(refusal -> refusal instanceof Refusal.PersonNeeded || refusal instanceof Refusal.SlowDown);
        }

        private void forget() {
            access = null;
            asked = null;
            used = false;
            proven = false;
        }

        /** When a call that begins now has ended, however it ended. */
        Duration callDeadline() {
            return access instanceof Access.Open(WorkingSession stored, Instagram instagram)
                    ? drivers.callDeadline(stored.snapshot())
                    : drivers.longestCallDeadline();
        }

        /** What people ask for may change the session, so nothing that was read before is used for it. */
        Attempt attempt(Action action) {
            if (action.lane() == Lane.PERSON) {
                forget();
            }
            return new Of(this, action);
        }

        /** By which Instagram is asked; not asked of the database after an intent. */
        String driver() {
            var known = driver;
            return known == null ? account().driver() : known;
        }

        Account account() {
            var known = account;
            if (known == null) {
                known = tenancy.in(owner.workspace(), () -> accounts.get(owner.account()));
                account = known;
            }
            return known;
        }

        Instagram instagram() {
            return switch (access()) {
                case Access.Open open -> {
                    used = true;
                    yield open.instagram();
                }
                case Access.Closed(BotException why) -> throw why;
            };
        }

        /** Instagram has answered as this account, which proves that its session works. */
        void proven() {
            proven = true;
        }

        /** Stores what became of the session, if it was used; joins the caller's transaction. */
        void keepSession() {
            if (!used || !(access instanceof Access.Open(WorkingSession stored, Instagram instagram))) {
                return;
            }
            if (proven) {
                sessions.worked(stored, instagram.session());
            } else {
                sessions.store(stored.account(), stored.snapshot(), instagram.session());
            }
        }

        private Access access() {
            var known = access;
            if (known == null) {
                known = tenancy.in(owner.workspace(), this::open);
                access = known;
            }
            return known;
        }

        private Access open() {
            try {
                var opening = asked == null ? sessions.opening(owner.account()) : asked;
                return opening.get()
                        .<Access>map(session -> {
                            driver = session.snapshot().driver();
                            return new Access.Open(session, drivers.open(session.snapshot()));
                        })
                        .orElseGet(() -> new Access.Closed(NoSession.of(account())));
            } catch (BotException unreadable) {
                return new Access.Closed(unreadable);
            }
        }
    }

    private sealed interface Access {

        record Open(WorkingSession stored, Instagram instagram) implements Access {}

        record Closed(BotException why) implements Access {}
    }

    private class Of implements Attempt {

        private final OfTick tick;
        private final Action action;

        Of(OfTick tick, Action action) {
            this.tick = tick;
            this.action = action;
        }

        @Override
        public Action action() {
            return action;
        }

        @Override
        public Account account() {
            return tick.account();
        }

        @Override
        public Instagram instagram() {
            return tick.instagram();
        }

        @Override
        public String secret() {
            var sealed = action.sealedSecret();
            if (sealed == null) {
                throw new IllegalStateException(action + " has no secret");
            }
            return new String(
                    vault.open(ActionQueue.secretOf(action.workspace(), action.id()), sealed), StandardCharsets.UTF_8);
        }
    }
}
