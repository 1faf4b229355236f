package dev.parley.server.audit;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, or was refused.
 *
 * @param workspace null for the instance's part
 * @param who null where the server itself acted, or nobody knows who it was
 * @param subject what it was done to
 * @param before what is written in JSON; never a secret
 */
public record Audited(
        String action,
        @Nullable WorkspaceId workspace,
        Who who,
        Subject subject,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable ErrorCode refused) {

    public record Who(@Nullable UserId user, @Nullable String name) {

        public static final Who NOBODY_KNOWN = new Who(null, null);
    }

    public record Subject(@Nullable String id, @Nullable String name) {

        static final Subject NONE = new Subject(null, null);
    }

    public static Audited of(String action) {
        return new Audited(action, null, Who.NOBODY_KNOWN, Subject.NONE, null, null, null);
    }

    public Audited in(WorkspaceId workspace) {
        return new Audited(action, workspace, who, subject, before, after, refused);
    }

    public Audited by(@Nullable UserId user, @Nullable String name) {
        return new Audited(action, workspace, new Who(user, name), subject, before, after, refused);
    }

    public Audited on(@Nullable Object id, @Nullable String name) {
        var subject = new Subject(id == null ? null : id.toString(), name);
        return new Audited(action, workspace, who, subject, before, after, refused);
    }

    public Audited changing(@Nullable Object before, @Nullable Object after) {
        return new Audited(action, workspace, who, subject, before, after, refused);
    }

    /** @param leftOut how many of the same kind were not written before this one */
    Audited after(int leftOut) {
        return changing(before, Map.of("left_out", leftOut));
    }

    public Audited refused(@Nullable ErrorCode code) {
        return new Audited(action, workspace, who, subject, before, after, code);
    }
}
