package dev.parley.server.automation;

import dev.parley.instagram.Shortcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source as the columns of a job. */
record StoredSource(
        @Nullable String hashtag,
        @Nullable String name,
        String @Nullable [] people,
        @Nullable UUID job,
        @Nullable Integer afterDays) {

    static StoredSource of(Source source) {
        return switch (source) {
            case Hashtag(String name) -> new StoredSource(name, null, null, null, null);
            case Source.Followers _, Source.Following _, Likers _, Source.Followed _, Source.Feed _ ->
                new StoredSource(null, source.name(), null, null, null);
            case Source.People(List<String> usernames) ->
                new StoredSource(null, null, usernames.toArray(String[]::new), null, null);
            case Source.OfJob(JobId job, int afterDays) -> new StoredSource(null, null, null, job.value(), afterDays);
        };
    }

    static Source read(ResultSet row) throws SQLException {
        var stored = row.getString("source");
        return switch (stored) {
            case Hashtag.STORED -> new Hashtag(row.getString("hashtag"));
            case Source.Followers.STORED -> new Source.Followers(row.getString("source_name"));
            case Source.Following.STORED -> new Source.Following(row.getString("source_name"));
            case Likers.STORED -> new Likers(new Shortcode(row.getString("source_name")));
            case Source.People.STORED ->
                new Source.People(
                        List.of((String[]) row.getArray("source_people").getArray()));
            case Source.Followed.STORED -> new Source.Followed();
            case Source.Feed.STORED -> new Source.Feed();
            case Source.OfJob.STORED ->
                new Source.OfJob(new JobId(row.getObject("source_job", UUID.class)), row.getInt("after_days"));
            default -> throw new IllegalStateException("There is no source " + stored);
        };
    }
}
