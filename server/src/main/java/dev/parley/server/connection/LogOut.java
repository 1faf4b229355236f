package dev.parley.server.connection;

import dev.parley.server.account.SignOut;
import dev.parley.server.activity.Activity;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.tenancy.Tenancy;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Ends the session, here and at Instagram. Done twice it does the same, so it needs no intent. */
@Component
class LogOut implements ActionHandler<SignOut.Asked> {

    static final String KIND = "sign-out";

    private final Tenancy tenancy;
    private final SignOut signOut;

    LogOut(Tenancy tenancy, SignOut signOut) {
        this.tenancy = tenancy;
        this.signOut = signOut;
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
    public boolean writesItsOwnActivity() {
        return true;
    }

    @Override
    public Performed<SignOut.Asked> perform(Attempt attempt) {
        var action = attempt.action();
        return new Performed.Succeeded<>(
                signOut.ask(tenancy.in(action.workspace(), () -> signOut.prepare(action.account()))));
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<SignOut.Asked> ending) {
        return () -> Settled.telling(settled(action, ending));
    }

    private Map<String, String> settled(Action action, Ending<SignOut.Asked> ending) {
        if (ending instanceof Ending.Succeeded<SignOut.Asked>(SignOut.Asked asked)) {
            signOut.record(asked, new Activity.Who(action.user(), null));
        }
        return Map.of();
    }
}
