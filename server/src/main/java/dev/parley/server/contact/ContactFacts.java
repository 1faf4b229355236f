package dev.parley.server.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package that knows what an account had to do with a person offers a bean of this, for their page and for who wants all of it. */
public interface ContactFacts {

    /** What the facts are called together, as in "messages". */
    String name();

    /**
     * The newest first, so many at most, in the caller's transaction and workspace.
     *
     * @param numbers those by which Instagram knows the person to the workspace's accounts; may be empty
     */
    List<Fact> of(String username, Collection<String> numbers, int most);

    /**
     * One thing that was done, or happened.
     *
     * @param what in words that can stand alone, as in "Followed"
     * @param text what was written, where something was
     * @param page where more of it is shown
     */
    record Fact(
            Instant at,
            AccountId accountId,
            String what,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String page) {}
}
