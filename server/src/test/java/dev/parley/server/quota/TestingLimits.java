package dev.parley.server.quota;

import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.util.List;

/** Sets limits as an administrator does. */
public final class TestingLimits {

    private TestingLimits() {}

    /** Of everybody, for the hour and for the day. */
    public static void set(TestingParley parley, String action, int limit) {
        parley.bean(Tenancy.class).unbound(() -> {
            parley.bean(ChangeLimits.class).set(new Whose.Everybody(), List.of(new Limit(action, limit, limit)));
            return limit;
        });
    }
}
