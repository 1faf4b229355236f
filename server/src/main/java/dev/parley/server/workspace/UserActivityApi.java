package dev.parley.server.workspace;

import dev.parley.server.activity.Activities;
import dev.parley.server.activity.ActivityFilter;
import dev.parley.server.activity.ActivityView;
import dev.parley.server.activity.Position;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one person did in their own workspace; administrators see that it happened, not what it was about. */
@RestController
@Needs(Right.SIGN_IN)
class UserActivityApi {

    private static final int MOST = 200;

    private final Activities activities;
    private final Workspaces workspaces;
    private final Tenancy tenancy;

    UserActivityApi(Activities activities, Workspaces workspaces, Tenancy tenancy) {
        this.activities = activities;
        this.workspaces = workspaces;
        this.tenancy = tenancy;
    }

    @GetMapping("/api/users/{id}/activity")
    Page<ActivityView> list(
            Caller caller,
            @PathVariable UserId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var isOwn = caller.user().equals(id);
        if (!isOwn && !caller.admin()) {
            throw unknown(id);
        }
        var workspace = workspaces.personal(id).orElseThrow(() -> unknown(id));
        var before = cursor == null ? null : Position.parse(cursor).orElse(null);
        var page = tenancy.in(workspace, () -> activities.list(ActivityFilter.of(id), before, limit));
        return isOwn
                ? page
                : new Page<>(
                        page.items().stream().map(ActivityView::withoutContent).toList(), page.nextCursor());
    }

    private static BotException unknown(UserId id) {
        return new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + id + ".");
    }
}
