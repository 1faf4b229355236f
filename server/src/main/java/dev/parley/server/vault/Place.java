package dev.parley.server.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a sealed secret is stored; a secret that is moved elsewhere cannot be opened there. */
public record Place(UUID workspace, String table, String column, UUID row) {

    byte[] associatedData() {
        return "%s|%s|%s|%s".formatted(workspace, table, column, row).getBytes(StandardCharsets.UTF_8);
    }
}
