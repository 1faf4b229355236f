package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's account may do, whose limits these are, and how much of them is left. */
@RestController
class LimitsApi {

    private final LimitAccounts limits;

    LimitsApi(LimitAccounts limits) {
        this.limits = limits;
    }

    @GetMapping("/api/bot/limits")
    @Needs(Right.READ)
    AccountLimitsView get(
            Caller caller, @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId) {
        return limits.of(caller, accountId);
    }

    /** Sets the account's own; the lowest of all limits is in force. */
    @PutMapping("/api/bot/limits")
    @Needs(Right.ADJUST)
    AccountLimitsView set(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId,
            @Valid @RequestBody WantedLimits.OfAccount wanted) {
        return limits.set(caller, either(wanted.accountId(), accountId), WantedLimits.of(wanted.limits()));
    }

    /** @param usedForLong whether the account was used long before it was connected, and needs no warm-up */
    record WarmUpWish(
            @Nullable AccountId accountId, @NotNull Boolean usedForLong) {}

    /** The word of an owner: nobody else can give an account its whole limits at once. */
    @PutMapping("/api/bot/warm-up")
    @Needs(Right.GOVERN)
    AccountLimitsView warmUp(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId,
            @Valid @RequestBody WarmUpWish wish) {
        return limits.warmUp(caller, either(wish.accountId(), accountId), wish.usedForLong());
    }

    private static @Nullable AccountId either(@Nullable AccountId inBody, @Nullable AccountId asParameter) {
        return inBody == null ? asParameter : inBody;
    }
}
