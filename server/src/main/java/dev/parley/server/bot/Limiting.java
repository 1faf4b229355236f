package dev.parley.server.bot;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.quota.Consumed;
import dev.parley.server.quota.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Counts actions against their limits; where one is reached, all of its kind wait. */
@Component
class Limiting {

    static final String QUOTA = "QUOTA";
    static final String LIMIT_ZERO = "LIMIT_ZERO";

    private final Quota quota;
    private final Actions actions;
    private final Notes notes;
    private final ApplicationEventPublisher events;

    Limiting(Quota quota, Actions actions, Notes notes, ApplicationEventPublisher events) {
        this.quota = quota;
        this.actions = actions;
        this.notes = notes;
        this.events = events;
    }

    /**
     * Asks, in the next round trip, whether there is room for the action; empty if not.
     *
     * @param action as it was before it was intended: without room the intent, which is stored already, is taken back before anybody
     *     sees it
     */
    Supplier<Optional<List<Turn.Counted>>> counting(BotInstance bot, Action action, ActionHandler<?> handler) {
        Map<String, Supplier<Consumed>> asked = handler.countedNow(action).stream()
                .distinct()
                .collect(toMap(
                        limit -> limit,
                        limit -> quota.consuming(bot.account(), bot.user(), limit),
                        (one, same) -> one,
                        LinkedHashMap::new));
        return () -> counted(bot, action, asked);
    }

    private Optional<List<Turn.Counted>> counted(
            BotInstance bot, Action action, Map<String, Supplier<Consumed>> asked) {
        var counted = new ArrayList<Turn.Counted>();
        var refused = new LinkedHashMap<String, Consumed>();
        asked.forEach((limit, room) -> {
            var consumed = room.get();
            if (consumed instanceof Consumed.Granted granted) {
                counted.add(new Turn.Counted(limit, granted.at()));
                noteIfNear(bot, action, limit, granted);
            } else {
                refused.put(limit, consumed);
            }
        });
        refused.entrySet().stream().findFirst().ifPresent(first -> hold(bot, action, counted, first));
        return refused.isEmpty() ? Optional.of(counted) : Optional.empty();
    }

    private void noteIfNear(BotInstance bot, Action action, String limit, Consumed.Granted granted) {
        if (granted.nearLimit()) {
            notes.limitNear(bot, action, limit, granted);
        }
    }

    private void hold(BotInstance bot, Action action, List<Turn.Counted> counted, Map.Entry<String, Consumed> refused) {
        switch (refused.getValue()) {
            case Consumed.Exhausted(Instant opensAt) -> {
                hold(bot, action, counted, opensAt, QUOTA);
                events.publishEvent(new LimitReached(bot.account(), bot.accountName(), refused.getKey()));
            }
            case Consumed.Shut(Instant lookAgainAt) -> hold(bot, action, counted, lookAgainAt, LIMIT_ZERO);
            case Consumed.Granted granted -> throw new IllegalStateException(granted + " is no refusal");
        }
    }

    private void hold(BotInstance bot, Action action, List<Turn.Counted> counted, Instant until, String reason) {
        counted.forEach(use -> quota.giveBack(bot.account(), use.limit(), use.at()));
        actions.takeBack(action);
        actions.hold(bot.account(), action.kind(), until, reason);
    }
}
