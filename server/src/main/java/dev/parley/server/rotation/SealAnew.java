package dev.parley.server.rotation;

import dev.parley.server.core.BotException;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import dev.parley.server.workspace.AllWorkspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works through all that is sealed, a little in each transaction: it can end at any moment, and goes on with what is left. */
@Component
class SealAnew {

    private static final Logger LOG = LoggerFactory.getLogger(SealAnew.class);
    private static final int AT_ONCE = 100;

    private final Vault vault;
    private final List<SealedColumn> columns;
    private final SealedSecrets secrets;
    private final AllWorkspaces workspaces;
    private final Tenancy tenancy;

    SealAnew(
            Vault vault, List<SealedColumn> columns, SealedSecrets secrets, AllWorkspaces workspaces, Tenancy tenancy) {
        this.vault = vault;
        this.columns = columns;
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.tenancy = tenancy;
    }

    /** A column as far as one workspace's rows go; null for the instance's. */
    private record Part(SealedColumn column, @Nullable WorkspaceId workspace) {}

    /** Where there is one key only, it has sealed everything. */
    void all(BooleanSupplier stopping) {
        if (!vault.hasOlderKeys()) {
            return;
        }
        for (var part : parts()) {
            for (UUID after = null; ; ) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                after = some(part, after);
                if (after == null) {
                    break;
                }
            }
        }
    }

    /** How many secrets other keys than the newest sealed: while there are any, those keys are needed. */
    int left() {
        return parts().stream()
                .mapToInt(part -> in(part, () -> secrets.countByOlderKeys(part.column())))
                .sum();
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        columns.stream().filter(column -> !column.ofWorkspaces()).forEach(column -> parts.add(new Part(column, null)));
        for (var workspace : workspaces.list()) {
            columns.stream()
                    .filter(SealedColumn::ofWorkspaces)
                    .forEach(column -> parts.add(new Part(column, workspace)));
        }
        return parts;
    }

    /** Returns where to go on; null at the end. */
    private @Nullable UUID some(Part part, @Nullable UUID after) {
        return in(part, () -> {
            var found = secrets.byOlderKeys(part.column(), after, AT_ONCE);
            found.forEach(secret -> sealAnew(part, secret));
            return found.size() < AT_ONCE ? null : found.getLast().row();
        });
    }

    private void sealAnew(Part part, SealedSecrets.Sealed secret) {
        try {
            secrets.sealAnew(part.column(), part.workspace(), secret);
        } catch (BotException unreadable) {
            LOG.warn("{}", unreadable.getMessage());
        }
    }

    private <T extends @Nullable Object> T in(Part part, Supplier<T> work) {
        return part.workspace() == null ? tenancy.unbound(work) : tenancy.in(part.workspace(), work);
    }
}
