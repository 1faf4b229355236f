package dev.parley.instagram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Publishing in two steps: Instagram prepares a draft, which may take minutes, and then publishes it. */
public interface Publishing {

    /** Has Instagram fetch and prepare something. A draft lives 24 hours. Asked once, never repeated by the driver. */
    default Outcome<Draft> prepare(Publication publication) {
        return Outcome.unsupported(Capability.PUBLISH);
    }

    /** How far a draft is; ask once a minute, for five minutes at most. */
    default Outcome<Draft> draft(DraftId draft) {
        return Outcome.unsupported(Capability.PUBLISH);
    }

    /** Publishes a draft that is {@link State#READY}. Asked once, never repeated by the driver; {@link #draft} tells what became of it. */
    default Outcome<Published> publish(DraftId draft) {
        return Outcome.unsupported(Capability.PUBLISH);
    }

    /** How much may still be published. */
    default Outcome<Quota> publishingQuota() {
        return Outcome.unsupported(Capability.PUBLISH);
    }

    /** How far a draft is. */
    enum State {
        PREPARING,
        READY,
        FAILED,
        /** More than 24 hours old. */
        EXPIRED,
        PUBLISHED
    }

    /** @param detail what Instagram says of it; null if nothing */
    record Draft(DraftId id, State state, @Nullable String detail) {}

    record Published(MediaId media) {}

    /**
     * @param total how much may be published in {@code window}; null where Instagram does not say
     * @param window null where Instagram does not say
     */
    record Quota(
            int used, @Nullable Integer total, @Nullable Duration window) {}
}
