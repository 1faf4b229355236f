package dev.parley.server.quota;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
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
        return tenancy.unbound(() -> answer(new Whose.Everybody(), null));
    }

    @PutMapping
    Answer setDefaults(@Valid @RequestBody WantedLimits wanted) {
        return set(new Whose.Everybody(), null, wanted);
    }

    @GetMapping("/{user_id}")
    Answer person(@PathVariable("user_id") UserId user) {
        return tenancy.unbound(() -> answer(new Whose.Person(user), user));
    }

    @PutMapping("/{user_id}")
    Answer setPerson(@PathVariable("user_id") UserId user, @Valid @RequestBody WantedLimits wanted) {
        return set(new Whose.Person(user), user, wanted);
    }

    @DeleteMapping("/{user_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearPerson(@PathVariable("user_id") UserId user) {
        tenancy.unbound(() -> {
            changeLimits.clear(new Whose.Person(user));
            return user;
        });
    }

    private Answer set(Whose whose, @Nullable UserId user, WantedLimits wanted) {
        return tenancy.unbound(() -> {
            changeLimits.set(whose, WantedLimits.of(wanted.limits()));
            return answer(whose, user);
        });
    }

    private Answer answer(Whose whose, @Nullable UserId user) {
        return new Answer(user, limits.of(whose), limits.inForce(user));
    }

    record Answer(@Nullable UserId userId, List<Limit> limits, List<Limit> inForce) {}
}
