package dev.parley.server.quota;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The instance's default limits, and those of single people. The lowest of both is in force. */
@RestController
@RequestMapping("/api/admin/limits")
@Needs(Right.ADMINISTER)
class AdminLimitsApi {

    private final Tenancy tenancy;
    private final Limits limits;
    private final ChangeLimits changeLimits;

    AdminLimitsApi(Tenancy tenancy, Limits limits, ChangeLimits changeLimits) {
        this.tenancy = tenancy;
        this.limits = limits;
        this.changeLimits = changeLimits;
    }

    @GetMapping
    Answer defaults() {
        return tenancy.unbound(() -> answer(null));
    }

    @PutMapping
    Answer setDefaults(@Valid @RequestBody Change change) {
        return set(null, change);
    }

    @GetMapping("/{user_id}")
    Answer person(@PathVariable("user_id") UserId user) {
        return tenancy.unbound(() -> answer(user));
    }

    @PutMapping("/{user_id}")
    Answer setPerson(@PathVariable("user_id") UserId user, @Valid @RequestBody Change change) {
        return set(user, change);
    }

    @DeleteMapping("/{user_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearPerson(@PathVariable("user_id") UserId user) {
        tenancy.unbound(() -> {
            changeLimits.clear(user);
            return user;
        });
    }

    private Answer set(@Nullable UserId user, Change change) {
        return tenancy.unbound(() -> {
            changeLimits.set(user, change.limits().stream().map(Entry::limit).toList());
            return answer(user);
        });
    }

    private Answer answer(@Nullable UserId user) {
        return new Answer(user, limits.of(user), limits.inForce(user));
    }

    /** Actions that are not named stay as they are. */
    record Change(@NotEmpty List<@Valid @NotNull Entry> limits) {}

    record Entry(
            @NotNull String action,
            @NotNull @Min(0) @Max(MOST) Integer perHour,
            @NotNull @Min(0) @Max(MOST) Integer perDay) {

        private static final int MOST = 1_000_000;

        Limit limit() {
            return new Limit(action, perHour, perDay);
        }
    }

    record Answer(@Nullable UserId userId, List<Limit> limits, List<Limit> inForce) {}
}
