package dev.parley.server.rotation;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets that other keys than the newest sealed, of the bound workspace or, where none is bound, of the instance. */
@Repository
class SealedSecrets {

    record Sealed(UUID row, byte[] bytes) {}

    private static final String OTHERS = " from %2$s where %1$s is not null and substring(%1$s from 1 for "
            + Vault.MARK_BYTES + ") is distinct from :mark";

    private final JdbcClient database;
    private final Vault vault;

    SealedSecrets(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Held to the end of the transaction, so that nothing newer is written over. */
    List<Sealed> byOlderKeys(SealedColumn column, @Nullable UUID after, int limit) {
        return database.sql(("select %3$s as row, %1$s as sealed" + OTHERS
                                + " and (cast(:after as uuid) is null or %3$s > :after) order by %3$s limit :limit for update")
                        .formatted(column.column(), column.table(), column.key()))
                .param("mark", vault.newestMark())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Sealed(row.getObject("row", UUID.class), row.getBytes("sealed")))
                .list();
    }

    int countByOlderKeys(SealedColumn column) {
        return database.sql(("select count(*)" + OTHERS).formatted(column.column(), column.table()))
                .param("mark", vault.newestMark())
                .query(Integer.class)
                .single();
    }

    void sealAnew(SealedColumn column, @Nullable WorkspaceId workspace, Sealed secret) {
        var place = column.place(workspace, secret.row());
        database.sql("update %s set %s = :sealed where %s = :row"
                        .formatted(column.table(), column.column(), column.key()))
                .param("sealed", vault.seal(place, vault.open(place, secret.bytes())))
                .param("row", secret.row())
                .update();
    }
}
