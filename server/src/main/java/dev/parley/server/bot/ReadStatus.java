package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.account.NoSession;
import dev.parley.server.account.Sessions;
import dev.parley.server.bot.BotStatus.LastError;
import dev.parley.server.bot.BotStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Derives a bot's status from its row and the heads of its queue, as a tick would. Joins the caller's transaction. */
@Component
public class ReadStatus {

    private final BotInstances bots;
    private final Actions actions;
    private final Sessions sessions;

    ReadStatus(BotInstances bots, Actions actions, Sessions sessions) {
        this.bots = bots;
        this.actions = actions;
        this.sessions = sessions;
    }

    public BotStatus of(Account account) {
        var bot = bots.find(account.id()).orElseThrow(() -> NoSession.of(account));
        var heads = actions.heads(account.id());
        var agenda = new Agenda(bot, heads);
        var dueAt = dueAt(agenda);
        var opensAt = dueAt(agenda.without(Turns.LIMIT_ZERO));
        var state = stateOf(bot, dueAt);
        return new BotStatus(
                account.id().toString(),
                account.username(),
                state,
                bot.stateSince(),
                reason(bot, state, agenda),
                sessions.isValid(account.id()),
                opensAt.equals(Instant.MAX) ? null : opensAt,
                bot.coolingDown() ? bot.cooldownUntil() : null,
                bot.lastActionAt(),
                actions.queued(account.id()),
                lastError(bot));
    }

    private static Instant dueAt(Agenda agenda) {
        return agenda.next() instanceof Agenda.Rest(Instant until)
                ? until
                : agenda.bot().readAt();
    }

    private static State stateOf(BotInstance bot, Instant dueAt) {
        if (bot.attentionCode() != null) {
            return State.NEEDS_ATTENTION;
        }
        if (bot.coolingDown()) {
            return State.COOLING_DOWN;
        }
        if (!bot.started()) {
            return State.STOPPED;
        }
        var waits = dueAt.isAfter(bot.readAt()) && !dueAt.equals(Instant.MAX);
        return waits ? State.WAITING : State.RUNNING;
    }

    private static @Nullable String reason(BotInstance bot, State state, Agenda agenda) {
        return switch (state) {
            case NEEDS_ATTENTION -> bot.attentionCode();
            case COOLING_DOWN -> "COOLING_DOWN";
            case STOPPED -> "BOT_STOPPED";
            case RUNNING -> null;
            case WAITING ->
                agenda.heads().stream()
                        .map(Action::waitReason)
                        .filter(reason -> reason != null)
                        .findFirst()
                        .orElse("PACE");
        };
    }

    private static @Nullable LastError lastError(BotInstance bot) {
        var code = bot.errorCode();
        var at = bot.errorAt();
        return code == null || at == null ? null : new LastError(code, "/errors/" + code, bot.errorDetail(), at);
    }
}
