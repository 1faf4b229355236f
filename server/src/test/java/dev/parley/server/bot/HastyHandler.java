package dev.parley.server.bot;

import static java.util.Objects.requireNonNull;

import dev.parley.server.tenancy.Answer;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes before it is sure that the tick still owns its bot. */
final class HastyHandler implements ActionHandler<String> {

    private final Tenancy tenancy;
    private @Nullable Answer<String> written;

    HastyHandler(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public String kind() {
        return "hasty";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Performed<String> perform(Attempt attempt) {
        return new Performed.Succeeded<>("done");
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<String> ending) {
        written = tenancy.asking(name("""
                insert into protected_people (workspace_id, username) values (current_workspace(), 'hasty') returning username
                """));
        return () -> Settled.quietly(Settled.Effect.NONE);
    }

    /** What it wrote, as the database answered. */
    List<String> written() {
        return requireNonNull(written).rows();
    }

    /** What is left of it. */
    List<String> kept() {
        return tenancy.ask(name("select username from protected_people where username = 'hasty'"));
    }

    private static Question<String> name(String sql) {
        return Question.of(sql, (row, n) -> requireNonNull(row.getString(1)));
    }
}
