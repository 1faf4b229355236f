package dev.parley.server.contact;

import dev.parley.server.core.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stays of a name or number that must not be kept. Salted with the workspace, so that two workspaces' lists cannot be compared. */
final class PersonHash {

    private PersonHash() {}

    static byte[] of(WorkspaceId workspace, String nameOrNumber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(workspace.toString().getBytes(StandardCharsets.UTF_8));
            return digest.digest(nameOrNumber.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(WorkspaceId workspace, String nameOrNumber) {
        return HexFormat.of().formatHex(of(workspace, nameOrNumber));
    }
}
