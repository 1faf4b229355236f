package dev.parley.server.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in an API's address. */
record AuditQuery(
        @Nullable String action,
        @Nullable Boolean refused,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 200) String q,
        @Nullable @Min(0) Long cursor,
        @Nullable @Min(1) @Max(MOST) Integer limit) {

    static final int MOST = 200;
    private static final int USUAL = 50;

    AuditFilter filter() {
        return new AuditFilter(action, refused, from, to, q);
    }

    int limitOrUsual() {
        return limit == null ? USUAL : limit;
    }
}
