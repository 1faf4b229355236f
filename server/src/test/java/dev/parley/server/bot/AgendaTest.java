package dev.parley.server.bot;

import static dev.parley.server.bot.TestingBots.NOW;
import static dev.parley.server.bot.TestingBots.coolingDown;
import static dev.parley.server.bot.TestingBots.executing;
import static dev.parley.server.bot.TestingBots.held;
import static dev.parley.server.bot.TestingBots.needingAttention;
import static dev.parley.server.bot.TestingBots.paced;
import static dev.parley.server.bot.TestingBots.queued;
import static dev.parley.server.bot.TestingBots.started;
import static dev.parley.server.bot.TestingBots.stopped;
import static dev.parley.server.bot.TestingBots.working;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.account.Rhythm;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.bot.Agenda.Look;
import dev.parley.server.bot.Agenda.Next;
import dev.parley.server.bot.Agenda.Perform;
import dev.parley.server.bot.Agenda.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Action automation = queued(Lane.AUTOMATION, ZERO);
    private final Action reply = queued(Lane.REPLY, ZERO);
    private final Action person = queued(Lane.PERSON, ZERO);

    @Test
    void rests_until_somebody_wakes_it_when_there_is_nothing_to_do() {
        assertThat(next(started())).isEqualTo(new Rest(Instant.MAX));
    }

    @Test
    void takes_people_first_then_replies_then_automation() {
        assertThat(next(started(), automation, reply, person)).isEqualTo(new Perform(person));
        assertThat(next(started(), automation, reply)).isEqualTo(new Perform(reply));
        assertThat(next(started(), automation)).isEqualTo(new Perform(automation));
    }

    @Test
    void looks_after_what_is_unclear_before_anything_else() {
        var unclear = executing(ZERO);
        assertThat(next(started(), person, unclear)).isEqualTo(new Look(unclear));
    }

    @Test
    void does_not_look_before_the_call_can_have_ended() {
        assertThat(next(started(), executing(MINUTE))).isEqualTo(new Rest(NOW.plus(MINUTE)));
        assertThat(next(started(), executing(MINUTE), person)).isEqualTo(new Perform(person));
    }

    @Test
    void holds_back_automation_alone_while_stopped_or_in_need_of_a_person() {
        assertThat(next(stopped(), automation)).isEqualTo(new Rest(Instant.MAX));
        assertThat(next(stopped(), automation, person)).isEqualTo(new Perform(person));
        assertThat(next(stopped(), automation, reply)).isEqualTo(new Perform(reply));
        assertThat(next(needingAttention(), automation)).isEqualTo(new Rest(Instant.MAX));
        assertThat(next(needingAttention(), automation, person)).isEqualTo(new Perform(person));
    }

    @Test
    void does_nothing_in_any_lane_while_cooling_down() {
        assertThat(next(coolingDown(HOUR), automation, reply, person, executing(ZERO)))
                .isEqualTo(new Rest(NOW.plus(HOUR)));
    }

    @Test
    void keeps_the_pace_of_automation() {
        assertThat(next(paced(MINUTE), automation)).isEqualTo(new Rest(NOW.plus(MINUTE)));
        assertThat(next(paced(MINUTE), automation, person)).isEqualTo(new Perform(person));
    }

    @Test
    void waits_for_what_is_due_first() {
        assertThat(next(started(), queued(Lane.AUTOMATION, HOUR), queued(Lane.PERSON, MINUTE)))
                .isEqualTo(new Rest(NOW.plus(MINUTE)));
    }

    @Test
    void holds_back_automation_alone_until_its_working_hours_begin() {
        // It is noon on a Sunday.
        var closed = working(hours("13:00-14:00"), ZERO);
        assertThat(next(closed, automation)).isEqualTo(new Rest(NOW.plus(HOUR)));
        assertThat(next(closed, automation, reply)).isEqualTo(new Perform(reply));
        assertThat(next(closed, automation, person)).isEqualTo(new Perform(person));
        assertThat(next(closed, executing(ZERO))).isInstanceOf(Look.class);
        assertThat(next(working(hours("11:00-12:01"), ZERO), automation)).isEqualTo(new Perform(automation));
    }

    @Test
    void begins_nothing_whose_pace_ends_after_the_working_hours() {
        var almostOver = working(hours("11:00-12:05"), Duration.ofMinutes(10));
        assertThat(next(almostOver, automation)).isEqualTo(new Rest(Instant.parse("2026-11-29T11:00:00Z")));
        assertThat(agenda(almostOver, automation).waitsForItsHours()).isTrue();
        assertThat(agenda(almostOver, automation, queued(Lane.PERSON, MINUTE)).waitsForItsHours())
                .isFalse();
        assertThat(agenda(paced(MINUTE), automation).waitsForItsHours()).isFalse();
    }

    @Test
    void knows_what_waits_for_a_limit_and_when_that_opens_whatever_is_read_before() {
        var held = held(HOUR, Limiting.QUOTA);
        var agenda = agenda(started(), queued(Lane.REPLY, MINUTE), held);
        assertThat(agenda.next()).isEqualTo(new Rest(NOW.plus(MINUTE)));
        assertThat(agenda.waitsForALimit()).contains(held);
        assertThat(agenda.dueAt(held)).isEqualTo(NOW.plus(HOUR));
        assertThat(agenda.jobsGoOnAt()).isEqualTo(NOW.plus(HOUR));
        assertThat(agenda(started(), reply).waitsForALimit()).isEmpty();
        assertThat(agenda(started(), reply).jobsGoOnAt()).isEqualTo(Instant.MAX);
    }

    private static Rhythm hours(String range) {
        var sundays = WorkingHoursText.parse(Map.of("sunday", List.of(range)));
        return new Rhythm(sundays, ZoneId.of("UTC"), 1);
    }

    private static Next next(BotInstance bot, Action... heads) {
        return agenda(bot, heads).next();
    }

    private static Agenda agenda(BotInstance bot, Action... heads) {
        return new Agenda(bot, List.of(heads));
    }
}
