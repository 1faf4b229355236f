package dev.parley.server.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.account.AccountState;
import dev.parley.server.account.Verification;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.quota.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Account ALMA = new Account(
            AccountId.create(), WorkspaceId.create(), UserId.create(), "alma.plain", null, "mobile", null, NOW);
    private static final Verification WAITING = new Verification(
            VerificationId.create(),
            ALMA.id(),
            Verification.Kind.TWO_FACTOR,
            VerificationMethod.TOTP,
            List.of(VerificationMethod.TOTP),
            null,
            TOMORROW,
            5);

    @Test
    void an_account_that_works_needs_nobody() {
        assertThat(Attention.of(card(AccountState.CONNECTED, true, BotStatus.State.RUNNING)))
                .isEmpty();
    }

    @Test
    void whoever_logged_out_is_not_told_so() {
        assertThat(Attention.of(card(AccountState.DISCONNECTED, false, BotStatus.State.STOPPED)))
                .isEmpty();
    }

    @Test
    void a_session_that_was_lost_or_has_expired_is_told() {
        assertThat(Attention.of(card(AccountState.LOGIN_REQUIRED, false, BotStatus.State.STOPPED)))
                .contains(new Attention.SessionLost(ALMA));
        assertThat(Attention.of(card(AccountState.CONNECTED, false, BotStatus.State.RUNNING)))
                .contains(new Attention.SessionLost(ALMA));
    }

    @Test
    void a_code_that_is_waited_for_comes_before_all_else() {
        var card =
                card(AccountState.VERIFICATION_REQUIRED, false, BotStatus.State.NEEDS_ATTENTION, null, null, WAITING);
        assertThat(Attention.of(card)).contains(new Attention.CodeNeeded(ALMA, WAITING));
    }

    @Test
    void what_only_the_owner_can_do_is_told_with_its_code() {
        var card = card(
                AccountState.SUSPENDED,
                false,
                BotStatus.State.NEEDS_ATTENTION,
                ErrorCode.ACCOUNT_SUSPENDED.code(),
                null,
                null);
        assertThat(Attention.of(card)).contains(new Attention.OwnerNeeded(ALMA, ErrorCode.ACCOUNT_SUSPENDED));
    }

    @Test
    void a_cool_down_is_told_with_its_end() {
        var card =
                card(AccountState.ACTION_BLOCKED, true, BotStatus.State.COOLING_DOWN, "COOLING_DOWN", TOMORROW, null);
        assertThat(Attention.of(card)).contains(new Attention.CoolingDown(ALMA, TOMORROW));
    }

    private static AccountCard card(AccountState state, boolean sessionValid, BotStatus.State bot) {
        return card(state, sessionValid, bot, null, null, null);
    }

    private static AccountCard card(
            AccountState state,
            boolean sessionValid,
            BotStatus.State bot,
            @Nullable String reason,
            @Nullable Instant resumesAt,
            @Nullable Verification verification) {
        var id = ALMA.id().toString();
        return new AccountCard(
                ALMA,
                new AccountHealth(ALMA.id(), state, NOW, sessionValid, null, null, null, null, null, null, null, false),
                new BotStatus(
                        id, "alma.plain", bot, NOW, reason, null, null, sessionValid, null, resumesAt, null, 0, null),
                new Allowance(ALMA.id(), null, List.of()),
                List.of(),
                verification,
                true);
    }
}
