package dev.parley.server.vault;

import dev.parley.server.core.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where secrets lie sealed, each row's at its own {@link Place}. Whoever owns the table says so with a bean, so that a newer key reaches
 * them all.
 *
 * @param key the column that tells the rows apart
 * @param ofWorkspaces whether each row belongs to a workspace; to the instance else
 */
public record SealedColumn(String table, String column, String key, boolean ofWorkspaces) {

    private static final UUID INSTANCE = new UUID(0, 0);

    /** @param workspace null for the instance's rows */
    public Place place(@Nullable WorkspaceId workspace, UUID row) {
        return new Place(workspace == null ? INSTANCE : workspace.value(), table, column, row);
    }
}
