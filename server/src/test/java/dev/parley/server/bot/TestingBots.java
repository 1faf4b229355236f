package dev.parley.server.bot;

import dev.parley.server.account.Rhythm;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of bots and actions as a tick reads them, for deciding without a database. */
final class TestingBots {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final WorkspaceId WORKSPACE = WorkspaceId.create();
    private static final UserId USER = UserId.create();
    private static final AccountId ACCOUNT = AccountId.create();

    private TestingBots() {}

    static BotInstance started() {
        return bot(true, null, null, Duration.ZERO);
    }

    static BotInstance stopped() {
        return bot(false, null, null, Duration.ZERO);
    }

    static BotInstance coolingDown(Duration rest) {
        return bot(true, NOW.plus(rest), null, Duration.ZERO);
    }

    static BotInstance needingAttention() {
        return bot(true, null, "E-AUTH-E-0003", Duration.ZERO);
    }

    static BotInstance paced(Duration rest) {
        return bot(true, null, null, rest);
    }

    static BotInstance working(Rhythm rhythm, Duration pace) {
        return bot(true, null, null, pace, rhythm);
    }

    private static BotInstance bot(
            boolean started, @Nullable Instant cooldownUntil, @Nullable String attention, Duration pace) {
        return bot(started, cooldownUntil, attention, pace, Rhythm.USUAL);
    }

    private static BotInstance bot(
            boolean started,
            @Nullable Instant cooldownUntil,
            @Nullable String attention,
            Duration pace,
            Rhythm rhythm) {
        return new BotInstance(
                WORKSPACE,
                USER,
                "alma",
                ACCOUNT,
                "alma.plain",
                started,
                NOW,
                cooldownUntil,
                0,
                attention,
                null,
                null,
                null,
                NOW.plus(pace),
                NOW,
                rhythm,
                null,
                NOW);
    }

    static Action queued(Lane lane, Duration untilDue) {
        return action(lane, false, NOW.plus(untilDue), null, null);
    }

    static Action held(Duration untilDue, String reason) {
        return action(Lane.AUTOMATION, false, NOW.plus(untilDue), reason, null);
    }

    static Action executing(Duration untilLook) {
        return action(Lane.AUTOMATION, true, NOW, null, NOW.plus(untilLook));
    }

    private static Action action(
            Lane lane, boolean executing, Instant dueAt, @Nullable String waitReason, @Nullable Instant lookAt) {
        return new Action(
                UUID.randomUUID(),
                WORKSPACE,
                ACCOUNT,
                lane,
                "follow",
                executing,
                dueAt,
                waitReason,
                0,
                null,
                lookAt,
                null,
                null,
                null,
                Map.of(),
                null,
                USER,
                null,
                NOW);
    }
}
