package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a job finds its people, as people and programs see it.
 *
 * @param name the hashtag, the username of whom the list is, or the code in the address of the post
 * @param people where it is a list of names
 * @param jobId where it is whom a job followed
 * @param words for people to read, without a verb
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
        String kind,
        @Nullable String name,
        @Nullable List<String> people,
        @Nullable JobId jobId,
        @Nullable Integer afterDays,
        String words) {

    static SourceView of(Source source) {
        return new SourceView(
                source.stored(),
                source.name(),
                source instanceof Source.People(List<String> usernames) ? usernames : null,
                source instanceof Source.OfJob(JobId job, int days) ? job : null,
                source instanceof Source.OfJob(JobId job, int days) ? days : null,
                source.toString());
    }
}
