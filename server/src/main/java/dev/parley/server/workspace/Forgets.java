package dev.parley.server.workspace;

import java.time.Instant;

/** A package that holds something of other people offers a bean of this, which deletes what is kept no longer. */
public interface Forgets {

    Kept what();

    /** Deletes what is older, so many rows at most, in the caller's transaction and workspace; tells how many there were. */
    int forget(Instant before, int most);
}
