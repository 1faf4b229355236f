package dev.parley.server.bot;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.account.Health;
import dev.parley.server.account.NoSession;
import dev.parley.server.bot.BotStatus.LastError;
import dev.parley.server.bot.BotStatus.State;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.LimitedBy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Derives a bot's status from its row and the heads of its queue, as a tick would. Joins the caller's transaction. */
@Component
public class ReadStatus {

    static final String WORKING_HOURS = "WORKING_HOURS";

    private final BotInstances bots;
    private final Queues queues;
    private final Health health;
    private final WhoseLimit whoseLimit;

    ReadStatus(BotInstances bots, Queues queues, Health health, WhoseLimit whoseLimit) {
        this.bots = bots;
        this.queues = queues;
        this.health = health;
        this.whoseLimit = whoseLimit;
    }

    public BotStatus of(Account account) {
        return Optional.ofNullable(ofAll(List.of(account)).get(account.id())).orElseThrow(() -> NoSession.of(account));
    }

    /** Accounts without a bot are missing. */
    public Map<AccountId, BotStatus> ofAll(Collection<Account> accounts) {
        var ids = accounts.stream().map(Account::id).toList();
        var rows = bots.of(ids);
        var heads = queues.headsOf(ids);
        var lengths = queues.queuedOf(ids);
        var healths = health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity()));
        var agendas = new HashMap<AccountId, Agenda>();
        rows.forEach((id, bot) -> agendas.put(id, new Agenda(bot, heads.getOrDefault(id, List.of()))));
        var limits = whoseLimit.of(accounts, agendas);
        var statuses = new HashMap<AccountId, BotStatus>();
        for (var account : accounts) {
            var id = account.id();
            var agenda = agendas.get(id);
            if (agenda != null) {
                var queued = lengths.getOrDefault(id, 0);
                statuses.put(id, status(account, agenda, limits.get(id), healths.get(id), queued));
            }
        }
        return statuses;
    }

    private static BotStatus status(
            Account account, Agenda agenda, @Nullable LimitedBy limitedBy, @Nullable AccountHealth health, int queued) {
        var bot = agenda.bot();
        var dueAt = dueAt(agenda);
        var nextAt = dueAt(agenda.without(Limiting.LIMIT_ZERO));
        var state = stateOf(agenda, dueAt, health);
        var reason = reason(bot, state, agenda);
        return new BotStatus(
                account.id().toString(),
                account.username(),
                state,
                bot.stateSince(),
                reason,
                opensAt(agenda, reason),
                isLimit(reason) ? limitedBy : null,
                health != null && health.sessionValid(),
                known(nextAt),
                bot.coolingDown() ? bot.cooldownUntil() : null,
                bot.lastActionAt(),
                queued,
                lastError(bot));
    }

    private static boolean isLimit(@Nullable String reason) {
        return Limiting.QUOTA.equals(reason) || Limiting.LIMIT_ZERO.equals(reason);
    }

    /** Not when the bot reads something next. */
    private static @Nullable Instant opensAt(Agenda agenda, @Nullable String reason) {
        return switch (reason) {
            case null -> null;
            case WORKING_HOURS -> known(agenda.jobsGoOnAt());
            case Limiting.QUOTA ->
                agenda.waitsForALimit()
                        .map(agenda::dueAt)
                        .map(ReadStatus::known)
                        .orElse(null);
            default -> null;
        };
    }

    private static @Nullable Instant known(Instant moment) {
        return moment.equals(Instant.MAX) ? null : moment;
    }

    private static Instant dueAt(Agenda agenda) {
        return agenda.next() instanceof Agenda.Rest(Instant until)
                ? until
                : agenda.bot().readAt();
    }

    private static State stateOf(Agenda agenda, Instant dueAt, @Nullable AccountHealth health) {
        var bot = agenda.bot();
        if (bot.attentionCode() != null) {
            return State.NEEDS_ATTENTION;
        }
        if (bot.coolingDown()) {
            return State.COOLING_DOWN;
        }
        if (!bot.started()) {
            return State.STOPPED;
        }
        if (lostItsSession(health) && !agenda.servesAPerson()) {
            return State.NEEDS_ATTENTION;
        }
        var waits = dueAt.isAfter(bot.readAt()) && !dueAt.equals(Instant.MAX);
        return waits ? State.WAITING : State.RUNNING;
    }

    /** Of one that has only expired, the next tick asks whether Instagram still takes it. */
    private static boolean lostItsSession(@Nullable AccountHealth health) {
        return health != null && !health.sessionValid() && health.state().needsItsOwner();
    }

    private static @Nullable String reason(BotInstance bot, State state, Agenda agenda) {
        return switch (state) {
            case NEEDS_ATTENTION -> Objects.requireNonNullElse(bot.attentionCode(), ErrorCode.SESSION_INVALID.code());
            case COOLING_DOWN -> "COOLING_DOWN";
            case STOPPED -> "BOT_STOPPED";
            case RUNNING -> null;
            case WAITING -> agenda.waitsForItsHours() ? WORKING_HOURS : gate(agenda);
        };
    }

    private static String gate(Agenda agenda) {
        return agenda.heads().stream()
                .map(Action::waitReason)
                .filter(reason -> reason != null)
                .findFirst()
                .orElse("PACE");
    }

    private static @Nullable LastError lastError(BotInstance bot) {
        var code = bot.errorCode();
        var at = bot.errorAt();
        return code == null || at == null ? null : new LastError(code, "/errors/" + code, bot.errorDetail(), at);
    }
}
