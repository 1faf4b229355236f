package dev.parley.server.bot;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bot may do next, from its row and the heads of its queue. Pure: no clock, no database. */
record Agenda(BotInstance bot, List<Action> heads) {

    sealed interface Next {}

    record Perform(Action action) implements Next {}

    record Look(Action action) implements Next {}

    /** Nothing is due before; {@link Instant#MAX} if nothing will be due until somebody wakes the bot. */
    record Rest(Instant until) implements Next {}

    /** As if nothing waited for this reason. */
    Agenda without(String reason) {
        return new Agenda(
                bot,
                heads.stream()
                        .filter(action -> !reason.equals(action.waitReason()))
                        .toList());
    }

    Next next() {
        if (bot.cooldownUntil() != null && bot.coolingDown()) {
            return new Rest(heads.isEmpty() ? Instant.MAX : bot.cooldownUntil());
        }
        return heads.stream()
                .filter(action -> !dueAt(action).isAfter(bot.readAt()))
                .min(Comparator.comparing(Action::executing, Comparator.reverseOrder())
                        .thenComparing(Action::lane))
                .map(Agenda::begin)
                .orElseGet(this::rest);
    }

    private static Next begin(Action action) {
        return action.executing() ? new Look(action) : new Perform(action);
    }

    private Next rest() {
        return new Rest(
                heads.stream().map(this::dueAt).min(Comparator.naturalOrder()).orElse(Instant.MAX));
    }

    /** What waits for a limit, first of all that does. */
    Optional<Action> waitsForALimit() {
        return heads.stream()
                .filter(action ->
                        Limiting.QUOTA.equals(action.waitReason()) || Limiting.LIMIT_ZERO.equals(action.waitReason()))
                .findFirst();
    }

    /** When jobs go on; {@link Instant#MAX} if they do not by themselves. */
    Instant jobsGoOnAt() {
        return heads.stream()
                .filter(action -> action.lane() == Lane.AUTOMATION)
                .map(this::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    Instant dueAt(Action action) {
        if (action.executing()) {
            return action.lookAt() == null ? bot.readAt() : action.lookAt();
        }
        if (action.lane() == Lane.AUTOMATION && heldBack()) {
            return Instant.MAX;
        }
        var due = pacedAt(action);
        return action.lane() == Lane.AUTOMATION ? opening(due) : due;
    }

    private Instant pacedAt(Action action) {
        return Stream.of(action.dueAt(), bot.paceOf(action.lane()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What is due already is due now, or when the working hours begin. */
    private Instant opening(Instant due) {
        if (due.isAfter(bot.readAt())) {
            return bot.rhythm().opening(due);
        }
        return bot.rhythm().isOpen(bot.readAt()) ? due : bot.rhythm().opening(bot.readAt());
    }

    /** Whether nothing else keeps the bot from what it does next. */
    boolean waitsForItsHours() {
        return heads.stream()
                .filter(action -> !action.executing())
                .min(Comparator.comparing(this::dueAt))
                .filter(action -> action.lane() == Lane.AUTOMATION && !heldBack())
                .filter(action -> dueAt(action).isAfter(bot.readAt()))
                .filter(action -> dueAt(action).isAfter(pacedAt(action)))
                .isPresent();
    }

    /** Such as a sign-in that is about to begin. */
    boolean servesAPerson() {
        return heads.stream().anyMatch(action -> action.lane() == Lane.PERSON);
    }

    private boolean heldBack() {
        return !bot.started() || bot.attentionCode() != null;
    }
}
