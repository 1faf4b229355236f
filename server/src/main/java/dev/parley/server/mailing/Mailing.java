package dev.parley.server.mailing;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One text to many people, as it was asked for. Names are snapshots. */
record Mailing(
        MailingId id,
        AccountId account,
        String accountName,
        @Nullable String userName,
        String template,
        boolean firstContacts,
        int spreadMinutes,
        Instant createdAt,
        @Nullable Instant cancelledAt) {}
