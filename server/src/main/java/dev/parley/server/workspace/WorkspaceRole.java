package dev.parley.server.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.web.Right;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person is in a workspace, and what that lets them do there: this is the whole table. */
public enum WorkspaceRole {
    VIEWER,
    OPERATOR,
    MANAGER,
    OWNER;

    public Set<Right> rights() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Right.READ);
            case OPERATOR -> EnumSet.of(Right.READ, Right.RUN);
            case MANAGER -> EnumSet.of(Right.READ, Right.RUN, Right.CONNECT, Right.ADJUST, Right.INVITE);
            case OWNER -> EnumSet.range(Right.READ, Right.GOVERN);
        };
    }

    public boolean may(Right right) {
        return rights().contains(right);
    }

    /** Managers invite those below them, owners anybody. */
    Right neededToInvite() {
        return compareTo(MANAGER) < 0 ? Right.INVITE : Right.GOVERN;
    }

    public List<WorkspaceRole> canInvite() {
        return Arrays.stream(values())
                .filter(role -> may(role.neededToInvite()))
                .toList();
    }

    /** The least role that gives this. */
    static WorkspaceRole leastWith(Right right) {
        for (var role : values()) {
            if (role.may(right)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role gives " + right);
    }

    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static WorkspaceRole of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
