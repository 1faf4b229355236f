package dev.parley.server.connection;

import dev.parley.instagram.Refusal;
import dev.parley.server.account.Check;
import dev.parley.server.account.Checked;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.tenancy.Tenancy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks Instagram whether the stored session still works. */
@Component
class TestSession implements ActionHandler<Check.Asked> {

    static final String KIND = "test-session";
    static final String VALID = "session_valid";
    static final String CHECKED_AT = "checked_at";
    static final String REASON = "reason";

    private final Tenancy tenancy;
    private final Check check;
    private final Bots bots;

    TestSession(Tenancy tenancy, Check check, Bots bots) {
        this.tenancy = tenancy;
        this.check = check;
        this.bots = bots;
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
    public Performed<Check.Asked> perform(Attempt attempt) {
        var action = attempt.action();
        var asked = check.ask(tenancy.in(action.workspace(), () -> check.prepare(action.account())));
        if (asked.refusal().orElse(null) instanceof Refusal.SlowDown slowDown) {
            return new Performed.Refused<>(slowDown);
        }
        return new Performed.Succeeded<>(asked);
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Check.Asked> ending) {
        return () -> settled(action, ending);
    }

    /** A session that proves to be over may have put signing in again into the queue. */
    private Settled settled(Action action, Ending<Check.Asked> ending) {
        if (!(ending instanceof Ending.Succeeded<Check.Asked>(Check.Asked asked))) {
            return Settled.telling(Map.of());
        }
        var checked = check.record(asked);
        if (checked.code() != null) {
            return new Settled(told(checked), Settled.Effect.QUEUED);
        }
        bots.sessionWorks(action.account());
        return new Settled(told(checked), Settled.Effect.ATTENDED);
    }

    private static Map<String, String> told(Checked checked) {
        var result = new LinkedHashMap<String, String>();
        result.put(VALID, Boolean.toString(checked.sessionValid()));
        result.put(CHECKED_AT, checked.checkedAt().toString());
        if (checked.reason() != null) {
            result.put(REASON, checked.reason());
        }
        return result;
    }
}
