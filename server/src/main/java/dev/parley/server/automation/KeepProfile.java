package dev.parley.server.automation;

import dev.parley.server.automation.ReadProfile.Read;
import dev.parley.server.automation.Verdict.LeftOut;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.core.ErrorCode;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a job's filters to a profile that was read, and brings the job on. Of the profile nothing is kept but why somebody is left out. */
@Component
class KeepProfile {

    private final Jobs jobs;
    private final Unread unread;
    private final LeftOutNotes notes;
    private final Advance advance;
    private final Clock clock;

    KeepProfile(Jobs jobs, Unread unread, LeftOutNotes notes, Advance advance, Clock clock) {
        this.jobs = jobs;
        this.unread = unread;
        this.notes = notes;
        this.advance = advance;
        this.clock = clock;
    }

    Effect keep(Action action, Read read) {
        return jobs.find(new JobId(action.requireJob()))
                .map(job -> settle(
                        job, action, judge(job).of(Seen.whole(read.profile()).in(read.languages()))))
                .orElse(Effect.NONE);
    }

    private Judge judge(Job job) {
        return new Judge(job.order().filters(), clock.instant());
    }

    /** Whose profile cannot be read. */
    Effect leaveOut(Action action, ErrorCode reason, String detail) {
        return jobs.find(new JobId(action.requireJob()))
                .map(job -> settle(job, action, new LeftOut(reason, detail)))
                .orElse(Effect.NONE);
    }

    private Effect settle(Job job, Action action, Verdict verdict) {
        var person = ActedUpon.by(action);
        var found = new Found(person.id().value(), person.username(), null, verdict, null);
        return unread.settle(job.id(), found)
                .map(after -> {
                    notes.write(after, List.of(found));
                    return advance.goOn(after);
                })
                .orElse(Effect.NONE);
    }
}
