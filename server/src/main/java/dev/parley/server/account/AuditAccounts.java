package dev.parley.server.account;

import dev.parley.server.activity.Activity;
import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into a workspace's trail which Instagram accounts were connected, disconnected and removed. */
@Component
class AuditAccounts {

    private final AuditTrail trail;

    AuditAccounts(AuditTrail trail) {
        this.trail = trail;
    }

    void signedIn(Account account, Recorded recorded, Activity.Who who) {
        switch (recorded) {
            case Recorded.Connected connected -> record("connect-account", account, who, null);
            case Recorded.Refused refused -> record("connect-account", account, who, refused.code());
            case Recorded.Reused reused -> {}
            case Recorded.VerificationNeeded needed -> {}
            case Recorded.CodeRefused refused -> {}
        }
    }

    void record(String action, Account account, Activity.Who who, @Nullable ErrorCode refused) {
        trail.record(Audited.of(action)
                .in(account.workspace())
                .by(who.user(), who.name())
                .on(account.id(), account.username())
                .changing(null, "connect-account".equals(action) ? account.driver() : null)
                .refused(refused));
    }
}
