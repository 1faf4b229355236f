package dev.parley.server.workspace;

import dev.parley.server.activity.ActivityView;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
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

    private final ReadUserActivity read;

    UserActivityApi(ReadUserActivity read) {
        this.read = read;
    }

    @GetMapping("/api/users/{id}/activity")
    Page<ActivityView> list(
            Caller caller,
            @PathVariable UserId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        if (caller.user().equals(id)) {
            return read.all(id, cursor, limit);
        }
        if (!caller.admin()) {
            throw ReadUserActivity.unknown(id);
        }
        return read.withoutContent(id, cursor, limit);
    }
}
