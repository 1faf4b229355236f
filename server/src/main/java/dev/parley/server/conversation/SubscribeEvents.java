package dev.parley.server.conversation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.graph.GraphDriver;
import dev.parley.instagram.graph.GraphInstagram;
import dev.parley.instagram.graph.GraphInstagram.Switched;
import dev.parley.instagram.graph.Webhooks;
import dev.parley.server.account.AccountConnected;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Lane;
import dev.parley.server.bot.NewAction;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has Instagram send webhooks for an account that was connected; asking twice is the same as once. */
@Component
class SubscribeEvents implements ActionHandler<Switched> {

    static final String KIND = "subscribe-events";

    private static final Set<String> FIELDS = Set.of(
            "messages", "message_echoes", "message_edit", "message_reactions", "messaging_seen", "messaging_postbacks");

    private final ActionQueue queue;
    private final ObjectProvider<Webhooks> webhooks;

    SubscribeEvents(ActionQueue queue, ObjectProvider<Webhooks> webhooks) {
        this.queue = queue;
        this.webhooks = webhooks;
    }

    @EventListener
    void connected(AccountConnected connected) {
        var account = connected.account();
        if (account.driver().equals(GraphDriver.NAME) && webhooks.getIfAvailable() != null) {
            queue.add(
                    account.workspace(),
                    NewAction.forPerson(account.id(), KIND, account.user()).in(Lane.REPLY));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public Performed<Switched> perform(Attempt attempt) {
        if (!(attempt.instagram() instanceof GraphInstagram graph)) {
            return new Performed.Skipped<>(
                    ErrorCode.DRIVER_CANNOT, "The account is not worked by the official API any more.");
        }
        return switch (graph.subscribe(FIELDS)) {
            case Outcome.Done<Switched>(Switched done) -> new Performed.Succeeded<>(done);
            case Outcome.Refused<Switched>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Switched> ending) {
        return () -> Settled.quietly(Settled.Effect.NONE);
    }
}
