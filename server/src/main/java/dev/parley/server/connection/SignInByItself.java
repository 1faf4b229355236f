package dev.parley.server.connection;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.KeptPasswords;
import dev.parley.server.account.SessionLost;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signs in again where Instagram has ended a session and its owner asked for that. */
@Component
class SignInByItself {

    private final Accounts accounts;
    private final KeptPasswords keptPasswords;
    private final ActionQueue queue;

    SignInByItself(Accounts accounts, KeptPasswords keptPasswords, ActionQueue queue) {
        this.accounts = accounts;
        this.keptPasswords = keptPasswords;
        this.queue = queue;
    }

    @EventListener
    void lost(SessionLost lost) {
        if (keptPasswords.mayTake(lost.account())) {
            var account = accounts.get(lost.account());
            queue.add(lost.workspace(), NewAction.forPerson(account.id(), SignInAgain.KIND, account.user()));
        }
    }
}
