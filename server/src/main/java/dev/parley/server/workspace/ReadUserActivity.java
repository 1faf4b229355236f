package dev.parley.server.workspace;

import dev.parley.server.activity.Activities;
import dev.parley.server.activity.ActivityFilter;
import dev.parley.server.activity.ActivityView;
import dev.parley.server.activity.Position;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one person did in their own workspace. */
@Component
class ReadUserActivity {

    private final Activities activities;
    private final Workspaces workspaces;
    private final KnownPeople people;
    private final Tenancy tenancy;

    ReadUserActivity(Activities activities, Workspaces workspaces, KnownPeople people, Tenancy tenancy) {
        this.activities = activities;
        this.workspaces = workspaces;
        this.people = people;
        this.tenancy = tenancy;
    }

    Page<ActivityView> all(UserId user, @Nullable String cursor, int limit) {
        var workspace = workspaces.personal(user).orElseThrow(() -> unknown(user));
        var before = cursor == null ? null : Position.parse(cursor).orElse(null);
        return tenancy.in(workspace, () -> activities.list(ActivityFilter.of(user), before, limit));
    }

    /** For those whose business it is not what it was about. */
    Page<ActivityView> withoutContent(UserId user, @Nullable String cursor, int limit) {
        return all(user, cursor, limit).map(ActivityView::withoutContent);
    }

    String name(UserId user) {
        return Optional.ofNullable(people.of(List.of(user)).get(user))
                .orElseThrow(() -> unknown(user))
                .username();
    }

    static BotException unknown(UserId user) {
        return new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + user + ".");
    }
}
