package dev.parley.server.bot;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How actions ended that somebody waits for. */
@Repository
class EndedActions {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final Each KEEPING = Each.of("id uuid, ending text, code text, detail text, result jsonb", """
            with ending as (select * from {each}),
            ended as (delete from bot_actions action using ending where action.id = ending.id returning action.*)
            insert into ended_actions (
                id, workspace_id, account_id, lane, kind, state, error_code, error_detail, attempts, target_id, target, result,
                user_id, correlation_id, created_at)
            select id, workspace_id, account_id, lane, kind, ending.ending, code, detail, attempts, target_id, target, ending.result,
                user_id, correlation_id, created_at
            from ended join ending using (id)
            """);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EndedActions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the action of the parameter {@code id} out of the queue, and keeps it. */
    Write keeping(EndedAction ended) {
        return Write.of(KEEPING)
                .param("ending", ended.state())
                .param("code", codeOf(ended))
                .param("detail", ended.detail())
                .param("result", json.writeValueAsString(ended.result()));
    }

    List<EndedAction> of(List<UUID> ids) {
        return jdbc.sql("select id, state, error_code, error_detail, result from ended_actions where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new EndedAction(
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("error_code"))
                                .flatMap(ErrorCode::ofCode)
                                .orElse(null),
                        row.getString("error_detail"),
                        json.readValue(row.getString("result"), TEXTS)))
                .list();
    }

    private static @Nullable String codeOf(EndedAction ended) {
        var code = ended.code();
        return code == null ? null : code.code();
    }
}
