package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Refusal;
import dev.parley.server.bot.StopPolicy.CoolDown;
import dev.parley.server.bot.StopPolicy.Exhausted;
import dev.parley.server.bot.StopPolicy.FindOut;
import dev.parley.server.bot.StopPolicy.GiveUpTarget;
import dev.parley.server.bot.StopPolicy.SessionOver;
import dev.parley.server.bot.StopPolicy.TryAgain;
import java.time.Duration;
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

    private static Duration coolDown(Refusal refusal, int strikes) {
        return ((CoolDown) StopPolicy.reactionTo(refusal, strikes)).length();
    }
}
