package dev.parley.server.automation;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a job asks next when it looks for people. */
@Component
class NextFinding {

    private static final int PEOPLE_AT_ONCE = 50;

    private final Targets targets;

    NextFinding(Targets targets) {
        this.targets = targets;
    }

    Finding of(Job job) {
        return switch (job.order().source()) {
            case Source.People(List<String> usernames) -> named(job, usernames);
            case Source.OfJob(JobId followed, int afterDays) -> followed(job, followed);
            case Hashtag _, Likers _, Source.Followers _, Source.Following _, Source.Followed _, Source.Feed _ ->
                Finding.of(job, job.order().source().name(), null, List.of());
        };
    }

    /** One name after the other, at the pace of reading. */
    private static Finding named(Job job, List<String> usernames) {
        var place = place(job);
        var next = place + 1 < usernames.size() ? String.valueOf(place + 1) : null;
        return Finding.of(job, usernames.get(place), next, List.of());
    }

    private Finding followed(Job job, JobId followed) {
        var page = targets.succeeded(followed, place(job), PEOPLE_AT_ONCE);
        return Finding.of(
                job,
                null,
                page.nextCursor(),
                page.items().stream().map(Target::toPerson).toList());
    }

    private static int place(Job job) {
        var cursor = job.search().cursor();
        return cursor == null ? 0 : Integer.parseInt(cursor);
    }
}
