package dev.parley.server.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody whom a job has seen, as people and programs see it. */
public record TargetView(
        @Nullable String instagramUserId,
        String username,
        TargetState state,
        @Nullable String reason,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        Instant updatedAt) {

    static TargetView of(Target target) {
        var code = target.code();
        return new TargetView(
                target.hasNumber() ? target.id() : null,
                target.username(),
                target.state(),
                code == null ? null : code.name(),
                code == null ? null : code.code(),
                target.detail(),
                target.updatedAt());
    }
}
