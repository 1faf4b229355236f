package dev.parley.server.evidence;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The action that the current thread performs, or looks after: what the browser sees meanwhile belongs to it. */
public record UnderWay(WorkspaceId workspace, AccountId account, UUID action) {

    private static final ScopedValue<UnderWay> NOW = ScopedValue.newInstance();

    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return ScopedValue.where(NOW, this).call(work::get);
    }

    static Optional<UnderWay> now() {
        return NOW.isBound() ? Optional.of(NOW.get()) : Optional.empty();
    }
}
