package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Tables;
import dev.parley.journeys.testing.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what the server believes with what really happened, when all is done. */
final class CrashVerdict {

    private final RunningParley parley;
    private final Tables tables;
    private final int wanted;
    private final int limit;

    CrashVerdict(RunningParley parley, int wanted, int limit) {
        this.parley = parley;
        this.tables = parley.tables();
        this.wanted = wanted;
        this.limit = limit;
    }

    void give(Set<String> accounts) {
        var follows = parley.truth().follows().stream()
                .filter(follow -> accounts.contains(follow.sender()))
                .toList();
        everybodyIsFollowedOnce(accounts, follows);
        theServerBelievesTheSame(accounts, follows);
        everyActionHasEndedOnce();
        theBooksBalance();
        theLimitCoversWhatWasAsked(accounts, follows);
        tell(follows);
    }

    private void everybodyIsFollowedOnce(Set<String> accounts, List<Truth.Follow> follows) {
        // A second request would take no effect, so it is the requests that tell whether somebody looked before
        // repeating.
        assertThat(follows).allMatch(follow -> follow.asked() == 1 && follow.times() == 1 && follow.inForce());
        var each = follows.stream().collect(groupingBy(Truth.Follow::sender));
        assertThat(each.keySet()).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(each).allSatisfy((account, its) -> assertThat(its).hasSize(wanted));
    }

    private void theServerBelievesTheSame(Set<String> accounts, List<Truth.Follow> follows) {
        var truth = bySender(follows.stream().map(follow -> Map.entry(follow.sender(), follow.target())));
        assertThat(believed(accounts, """
                select account.username, target.username
                from job_targets target join jobs on jobs.id = job_id join instagram_accounts account on account.id = account_id
                where jobs.action = 'follow' and target.state = 'succeeded'""")).as("targets").isEqualTo(truth);
        assertThat(believed(accounts, """
                select account.username, contacts.username
                from contacts join instagram_accounts account on account.id = account_id
                where written_at is null and exists (select from jobs where jobs.account_id = account.id and action = 'follow')""")).as("contacts").isEqualTo(truth);
        assertThat(tables.rows("""
                select account_name, subject from activity_logs
                where action = 'follow' and status = 'succeeded'""", row -> Map.entry(row.getString(1), row.getString(2))).stream()
                        .filter(followed -> accounts.contains(followed.getKey())))
                .as("activity")
                .hasSameSizeAs(follows)
                .doesNotHaveDuplicates();
    }

    private Map<String, Set<String>> believed(Set<String> accounts, String query) {
        return bySender(tables.rows(query, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .filter(pair -> accounts.contains(pair.getKey())));
    }

    private static Map<String, Set<String>> bySender(Stream<Map.Entry<String, String>> pairs) {
        return pairs.collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private void everyActionHasEndedOnce() {
        assertThat(tables.texts("select kind || ' ' || state from bot_actions")).isEmpty();
        assertThat(tables.texts("select id::text from ended_actions")).doesNotHaveDuplicates();
        assertThat(tables.texts("""
                select metadata ->> 'job_id' || ' ' || subject from activity_logs
                where action = 'follow' and status in ('succeeded', 'skipped', 'failed', 'unconfirmed')""")).doesNotHaveDuplicates();
        assertThat(tables.texts("select distinct state from job_targets")).doesNotContain("queued", "unconfirmed");
    }

    private void theBooksBalance() {
        assertThat(tables.texts("""
                select jobs.id::text from jobs
                where state <> 'completed' or under_way <> 0 or succeeded <> amount
                   or (candidates, succeeded, skipped, failed, unconfirmed) <> (
                        select count(*) filter (where target.state = 'candidate'),
                               count(*) filter (where target.state = 'succeeded'),
                               count(*) filter (where target.state = 'skipped'),
                               count(*) filter (where target.state = 'failed'),
                               count(*) filter (where target.state = 'unconfirmed')
                        from job_targets target where job_id = jobs.id)"""))
                .as("jobs whose counters are not what their targets say")
                .isEmpty();
        assertThat(tables.texts("""
                select bot.account_name from bot_instances bot join scheduled_tasks on task_instance = account_id::text
                where epoch > version""")).as("bots ahead of their scheduler").isEmpty();
    }

    private void theLimitCoversWhatWasAsked(Set<String> accounts, List<Truth.Follow> follows) {
        var asked = follows.stream().collect(groupingBy(Truth.Follow::sender, summingInt(Truth.Follow::asked)));
        var used = tables.rows("""
                select account.username, sum(used)
                from quota_ledger join instagram_accounts account on account.id = account_id
                where action = 'follow' group by 1""", row -> Map.entry(row.getString(1), row.getInt(2)));
        assertThat(used.stream().filter(account -> accounts.contains(account.getKey())))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.getValue())
                        .as(account.getKey())
                        .isBetween(asked.get(account.getKey()), limit));
    }

    private void tell(List<Truth.Follow> follows) {
        var used = tables.number("select sum(used) from quota_ledger where action = 'follow'");
        var asked = follows.stream().mapToInt(Truth.Follow::asked).sum();
        System.out.printf(
                "%d follows took effect, %d were asked for, %d were counted; %d stale ticks were refused%n",
                follows.size(), asked, used, staleTicks());
    }

    private long staleTicks() {
        try (var logs = Files.list(parley.instance().folder().logs())) {
            return logs.filter(log -> log.getFileName().toString().startsWith("server-"))
                    .flatMap(CrashVerdict::lines)
                    .filter(line -> line.contains("newer tick owns") || line.contains("StaleTickException"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
