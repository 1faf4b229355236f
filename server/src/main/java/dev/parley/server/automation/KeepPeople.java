package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.automation.FindPeople.Crowd;
import dev.parley.server.automation.Job.Trouble;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts the people of one page into those to act upon and those to leave out, and brings the job on. */
@Component
class KeepPeople {

    /** A source that goes on for ever without anybody of use ends here. */
    private static final int MOST_PAGES = 300;

    private final Jobs jobs;
    private final Targets targets;
    private final TargetMoves moves;
    private final Contacts contacts;
    private final TouchedBefore touchedBefore;
    private final Advance advance;
    private final LeftOutNotes notes;
    private final Clock clock;

    KeepPeople(
            Jobs jobs,
            Targets targets,
            TargetMoves moves,
            Contacts contacts,
            TouchedBefore touchedBefore,
            Advance advance,
            LeftOutNotes notes,
            Clock clock) {
        this.jobs = jobs;
        this.targets = targets;
        this.moves = moves;
        this.contacts = contacts;
        this.touchedBefore = touchedBefore;
        this.advance = advance;
        this.notes = notes;
        this.clock = clock;
    }

    void keep(JobId id, Crowd crowd) {
        jobs.find(id).ifPresent(job -> {
            var found = wanted(job, timed(job, sifted(job, crowd)));
            var exhausted = isLastPage(job, crowd.next());
            var after = moves.add(id, found, crowd.next(), exhausted);
            notes.write(after, found);
            advance.goOn(after);
        });
    }

    private List<Found> sifted(Job job, Crowd crowd) {
        var known = targets.known(job.id(), ids(crowd.people()));
        var people = crowd.people().stream()
                .filter(person -> !known.contains(person.id()))
                .toList();
        var sieve = new Sieve(
                job.order().action(),
                new Judge(job.order().filters(), clock.instant()),
                crowd.friendships(),
                touchedBefore.among(job, ids(people)),
                contacts.protectedOf(people.stream().map(Sighting::username).toList()));
        var name = crowd.unknown();
        var unknown = name == null ? Stream.<Found>empty() : Stream.of(Found.unknown(name));
        return Stream.concat(people.stream().map(sieve::sift), unknown).toList();
    }

    /** Each stays followed for as long as was asked for. */
    private List<Found> timed(Job job, List<Found> found) {
        if (!(job.order().source() instanceof Source.OfJob(JobId followed, int afterDays)) || afterDays == 0) {
            return found;
        }
        var since = targets.succeededAt(
                followed,
                found.stream()
                        .filter(Found::isCandidate)
                        .map(Found::id)
                        .map(PersonId::new)
                        .toList());
        return found.stream()
                .map(person -> person.isCandidate()
                        ? person.notBefore(Objects.requireNonNull(since.get(new PersonId(person.id())))
                                .plus(Duration.ofDays(afterDays)))
                        : person)
                .toList();
    }

    private static List<PersonId> ids(List<Sighting> people) {
        return people.stream().map(Sighting::id).toList();
    }

    /** A dry run names as many as were asked for, and stops looking. */
    private static List<Found> wanted(Job job, List<Found> found) {
        if (!job.order().dryRun()) {
            return found;
        }
        var missing = job.order().amount() - job.progress().candidates();
        var wanted = new ArrayList<Found>();
        for (var person : found) {
            if (missing == 0) {
                break;
            }
            wanted.add(person);
            missing -= person.isCandidate() ? 1 : 0;
        }
        return wanted;
    }

    private static boolean isLastPage(Job job, @Nullable String next) {
        return next == null
                || next.equals(job.search().cursor())
                || job.search().pages() + 1 >= MOST_PAGES;
    }

    void giveUp(JobId id, ErrorCode code, String detail) {
        jobs.find(id).ifPresent(job -> advance.goOn(jobs.searchFailed(id, new Trouble(code, detail))));
    }
}
