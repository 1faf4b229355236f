package dev.parley.server.automation;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.NoSession;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How long a job would take, before it is ordered. */
@RestController
@Needs(Right.RUN)
class PreviewApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Preview preview;

    PreviewApi(Tenancy tenancy, Accounts accounts, Preview preview) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.preview = preview;
    }

    /** Stores nothing, and needs an account, but no session. */
    @PostMapping("/api/bot/actions/preview")
    JobPreview preview(Caller caller, @Valid @RequestBody Wish wish) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.pick(wish.accountId()).orElseThrow(NoSession::withoutAccount);
            return preview.of(account, wish.draft());
        });
    }

    /**
     * @param kind such as {@code follow-hashtag}
     * @param accountId which account; may be left out where there is only one
     */
    record Wish(
            @Nullable AccountId accountId,
            @NotNull String kind,
            @NotNull @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Preview.Draft draft() {
            var chosen = JobKind.of(kind).orElseThrow(PreviewApi::unknownKind);
            if (filters != null && !chosen.filters()) {
                throw Wrong.refusal("filters", "do not go with " + chosen.stored());
            }
            return new Preview.Draft(
                    chosen, amount, Filters.ordered(filters).needProfiles(), Boolean.TRUE.equals(dryRun));
        }
    }

    private static RuntimeException unknownKind() {
        return Wrong.refusal(
                "kind",
                JobKind.choices().stream()
                        .map(JobKind::stored)
                        .collect(Collectors.joining(", ", "must be one of ", "")));
    }
}
