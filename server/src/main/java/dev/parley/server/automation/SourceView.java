package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a job finds its people, as people and programs see it.
 *
 * @param words for people to read, without a verb
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(String kind, @Nullable String name, String words) {

    static SourceView of(Source source) {
        return new SourceView(source.stored(), source.name(), source.toString());
    }
}
