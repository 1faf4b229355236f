package dev.parley.server.quota;

import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the limits of accounts grow that were connected lately. */
@RestController
@RequestMapping("/api/admin/warm-up")
@Needs(Right.ADMINISTER)
class AdminWarmUpApi {

    static final int MOST_WEEKS = 52;

    private final Tenancy tenancy;
    private final WarmUps warmUps;
    private final ChangeWarmUp changeWarmUp;

    AdminWarmUpApi(Tenancy tenancy, WarmUps warmUps, ChangeWarmUp changeWarmUp) {
        this.tenancy = tenancy;
        this.warmUps = warmUps;
        this.changeWarmUp = changeWarmUp;
    }

    /** @param percents the share of its limits that an account has in its first week, in its second and so on; then the whole */
    record Weeks(@NotNull @Size(max = MOST_WEEKS) List<@NotNull @Min(1) @Max(100) Integer> percents) {}

    @GetMapping
    Weeks get() {
        return tenancy.unbound(() -> new Weeks(warmUps.percents()));
    }

    @PutMapping
    Weeks set(@Valid @RequestBody Weeks wanted) {
        return tenancy.unbound(() -> {
            changeWarmUp.everywhere(wanted.percents());
            return wanted;
        });
    }
}
