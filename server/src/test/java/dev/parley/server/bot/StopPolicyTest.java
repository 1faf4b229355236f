package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Refusal;
import dev.parley.server.account.AccountState;
import dev.parley.server.bot.StopPolicy.CoolDown;
import dev.parley.server.bot.StopPolicy.Exhausted;
import dev.parley.server.bot.StopPolicy.FindOut;
import dev.parley.server.bot.StopPolicy.GiveUpTarget;
import dev.parley.server.bot.StopPolicy.SessionOver;
import dev.parley.server.bot.StopPolicy.TryAgain;
import dev.parley.server.core.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StopPolicyTest {

    @Test
    void cools_down_longer_with_each_block_until_a_person_must_look() {
        var blocked = new Refusal.ActionBlocked("feedback_required");
        assertThat(coolDown(blocked, 0)).isEqualTo(Duration.ofHours(24));
        assertThat(coolDown(blocked, 1)).isEqualTo(Duration.ofHours(48));
        assertThat(coolDown(blocked, 2)).isEqualTo(Duration.ofHours(72));
        assertThat(StopPolicy.reactionTo(blocked, 3)).isInstanceOf(Exhausted.class);
    }

    @Test
    void waits_as_long_as_instagram_asks_but_never_less_than_its_own_ladder() {
        assertThat(coolDown(new Refusal.RateLimited("429", null), 0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(coolDown(new Refusal.RateLimited("429", Duration.ofSeconds(1)), 0))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(coolDown(new Refusal.RateLimited("429", Duration.ofDays(2)), 0))
                .isEqualTo(Duration.ofDays(2));
        assertThat(coolDown(new Refusal.RateLimited("429", null), 99)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void stops_for_a_person_when_the_session_is_of_no_use() {
        assertThat(StopPolicy.reactionTo(new Refusal.LoginRequired(""), 0)).isInstanceOf(SessionOver.class);
        assertThat(StopPolicy.reactionTo(new Refusal.ChallengeRequired(""), 0)).isInstanceOf(SessionOver.class);
        assertThat(StopPolicy.reactionTo(new Refusal.AccountSuspended(""), 0)).isInstanceOf(SessionOver.class);
    }

    @Test
    void gives_up_one_target_and_goes_on_with_others() {
        assertThat(StopPolicy.reactionTo(new Refusal.UserNotFound(""), 0)).isInstanceOf(GiveUpTarget.class);
        assertThat(StopPolicy.reactionTo(new Refusal.PrivateAccount(""), 0)).isInstanceOf(GiveUpTarget.class);
    }

    @Test
    void tries_again_only_what_cannot_have_happened() {
        assertThat(StopPolicy.reactionTo(new Refusal.NotSent(""), 0)).isInstanceOf(TryAgain.class);
        assertThat(StopPolicy.reactionTo(new Refusal.Unanswered(""), 0)).isInstanceOf(FindOut.class);
        assertThat(StopPolicy.reactionTo(new Refusal.ServerError(502, ""), 0)).isInstanceOf(FindOut.class);
        assertThat(StopPolicy.reactionTo(new Refusal.BadResponse(""), 0)).isInstanceOf(FindOut.class);
    }

    @Test
    void takes_a_yes_without_an_effect_for_a_block() {
        assertThat(StopPolicy.reactionToNoEffect(0))
                .isEqualTo(new CoolDown(ErrorCode.NO_EFFECT, AccountState.DEGRADED, Duration.ofHours(24)));
        assertThat(StopPolicy.reactionToNoEffect(3)).isInstanceOf(Exhausted.class);
    }

    @Test
    void never_rests_less_the_more_often_it_was_told_to_stop() {
        for (var refusal : PolicyTable.REFUSALS) {
            for (var strikes = 0; strikes < 10; strikes++) {
                var now = StopPolicy.reactionTo(refusal, strikes);
                var next = StopPolicy.reactionTo(refusal, strikes + 1);
                assertThat(now instanceof StopPolicy.Halt).isEqualTo(next instanceof StopPolicy.Halt);
                if (now instanceof CoolDown rest && next instanceof CoolDown longer) {
                    assertThat(longer.length()).isGreaterThanOrEqualTo(rest.length());
                }
                if (now instanceof Exhausted) {
                    assertThat(next).isInstanceOf(Exhausted.class);
                }
            }
        }
    }

    @Test
    void the_table_for_people_has_every_refusal_once() {
        assertThat(PolicyTable.REFUSALS.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(leaves(Refusal.class));
        assertThat(PolicyTable.rows()).hasSize(PolicyTable.REFUSALS.size() + 1);
    }

    @Test
    void the_table_says_how_long_an_account_rests() {
        assertThat(PolicyTable.rows())
                .filteredOn(row -> row.errorCode().equals(ErrorCode.ACTION_BLOCKED.code()))
                .extracting(PolicyRow::rests)
                .containsOnly("24 hours, then 48 hours, then 72 hours");
        assertThat(PolicyTable.rows())
                .filteredOn(row -> row.errorCode().equals(ErrorCode.RATE_LIMITED.code()))
                .extracting(PolicyRow::rests)
                .containsExactly("30 minutes, then 2 hours, then 12 hours, then 24 hours");
        assertThat(PolicyTable.rows())
                .filteredOn(row -> row.errorCode().equals(ErrorCode.ACCOUNT_SUSPENDED.code()))
                .allSatisfy(row -> assertThat(row.restMinutes()).isEmpty());
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(one -> leaves(one).stream())
                        .toList()
                : List.of(sealed);
    }

    private static Duration coolDown(Refusal refusal, int strikes) {
        return ((CoolDown) StopPolicy.reactionTo(refusal, strikes)).length();
    }
}
