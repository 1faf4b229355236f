package dev.parley.server.audit;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import dev.parley.server.web.Correlation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail, in the transaction of what it tells. */
@Component
public class AuditTrail {

    private final Tenancy tenancy;
    private final JsonMapper json;
    private final Recurrences recurrences;

    AuditTrail(Tenancy tenancy, JsonMapper json, Recurrences recurrences) {
        this.tenancy = tenancy;
        this.json = json;
        this.recurrences = recurrences;
    }

    public void record(Audited audited) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is audited must happen in a transaction: " + audited.action());
        }
        var refused = audited.refused();
        if (refused == null) {
            write(audited);
            return;
        }
        recurrences
                .next(audited.who().user(), audited.action(), refused.code())
                .ifPresent(leftOut -> write(leftOut == 0 ? audited : audited.after(leftOut)));
    }

    private void write(Audited audited) {
        tenancy.later(Write.of("""
            insert into audit_trail (
                id, workspace_id, user_id, user_name, action, subject_id, subject, address, before, after, error_code,
                correlation_id)
            values (
                :id, :workspace, :user, :userName, :action, :subjectId, :subject, :address, cast(:before as jsonb),
                cast(:after as jsonb), :code, :correlation)
            """)
                .param("id", Uuids.timeOrdered())
                .param("workspace", value(audited.workspace(), WorkspaceId::value))
                .param("user", value(audited.who().user(), UserId::value))
                .param("userName", audited.who().name())
                .param("action", audited.action())
                .param("subjectId", audited.subject().id())
                .param("subject", audited.subject().name())
                .param("address", address())
                .param("before", value(audited.before(), json::writeValueAsString))
                .param("after", value(audited.after(), json::writeValueAsString))
                .param("code", value(audited.refused(), ErrorCode::code))
                .param("correlation", Correlation.current()));
    }

    /** Of whoever sent the request; null where none did, as in the work of a bot. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    private static <I, V> @Nullable V value(@Nullable I known, Function<I, V> value) {
        return known == null ? null : value.apply(known);
    }
}
