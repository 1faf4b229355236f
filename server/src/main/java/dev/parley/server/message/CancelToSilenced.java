package dev.parley.server.message;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.server.account.Accounts;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.contact.PersonSilenced;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What waits for whoever may not be written to any more, is cancelled: soon after they are on the list, one account after the other, since
 * the one that heard them ask for it holds its bot. What is sent before that is refused at sending.
 */
@Component
class CancelToSilenced {

    private final Tenancy tenancy;
    private final SilencedRecipients recipients;
    private final Accounts accounts;
    private final ActionQueue queue;
    private final ActivityLog log;
    private final Queue<PersonSilenced> silenced = new ConcurrentLinkedQueue<>();
    /** They are on the list, but its transaction is still bound to its thread. */
    private final Executor elsewhere = Executors.newVirtualThreadPerTaskExecutor();

    CancelToSilenced(
            Tenancy tenancy, SilencedRecipients recipients, Accounts accounts, ActionQueue queue, ActivityLog log) {
        this.tenancy = tenancy;
        this.recipients = recipients;
        this.accounts = accounts;
        this.queue = queue;
        this.log = log;
    }

    /** Many come at once where a list is taken. */
    @TransactionalEventListener(fallbackExecution = true)
    void silenced(PersonSilenced person) {
        silenced.add(person);
        elsewhere.execute(this::cancelAll);
    }

    private void cancelAll() {
        var people = new ArrayList<PersonSilenced>();
        for (var next = silenced.poll(); next != null; next = silenced.poll()) {
            people.add(next);
        }
        people.stream().collect(groupingBy(PersonSilenced::workspace)).forEach(this::cancel);
    }

    private void cancel(WorkspaceId workspace, List<PersonSilenced> people) {
        var names = people.stream().map(PersonSilenced::username).toList();
        var numbers = people.stream()
                .map(PersonSilenced::id)
                .filter(Objects::nonNull)
                .map(id -> id.value())
                .toList();
        var accounts = tenancy.in(workspace, () -> recipients.accounts(names, numbers));
        accounts.forEach(account -> tenancy.run(workspace, () -> cancel(account, names, numbers)));
    }

    /** What is being sent just now, still ends as it ends. */
    private void cancel(AccountId account, List<String> names, List<String> numbers) {
        queue.wake(account);
        var cancelled = recipients.cancel(queue.withdrawThese(account, recipients.actions(account, names, numbers)));
        if (cancelled > 0) {
            log.record(Activity.of("cancel-message", Status.INFO)
                    .in(tenancy.workspace())
                    .on(account, accounts.get(account).username())
                    .about(Words.count(cancelled, "message") + " to people on the do-not-contact list")
                    .build());
        }
    }
}
