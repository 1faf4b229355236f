package dev.parley.server.account;

import dev.parley.server.core.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many accounts a workspace may have: what an administrator set for it, else what the settings say. */
@Repository
class AccountLimits {

    /**
     * @param connected how many it has
     * @param own what an administrator set for it; null where the settings decide
     */
    record Standing(int connected, @Nullable Integer own) {}

    private final JdbcClient database;
    private final AccountSettings settings;

    AccountLimits(JdbcClient database, AccountSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    int usual() {
        return settings.perWorkspace();
    }

    int inForce(WorkspaceId workspace) {
        return own(workspace).orElse(usual());
    }

    OptionalInt own(WorkspaceId workspace) {
        return database
                .sql("select most from account_limits where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    void set(WorkspaceId workspace, int most) {
        database.sql("""
                insert into account_limits (workspace_id, most) values (:workspace, :most)
                on conflict (workspace_id) do update set most = excluded.most, updated_at = now()
                """)
                .param("workspace", workspace.value())
                .param("most", most)
                .update();
    }

    void clear(WorkspaceId workspace) {
        database.sql("delete from account_limits where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .update();
    }

    /** Of several workspaces, seen from none of them: how many there are, and nothing else of them. */
    Map<WorkspaceId, Standing> of(Collection<WorkspaceId> workspaces) {
        return database
                .sql("""
                        select workspace, connected, most
                        from count_accounts(:workspaces) left join account_limits on workspace_id = workspace
                        """)
                .param("workspaces", workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        new WorkspaceId(row.getObject("workspace", UUID.class)),
                        new Standing(row.getInt("connected"), row.getObject("most", Integer.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
