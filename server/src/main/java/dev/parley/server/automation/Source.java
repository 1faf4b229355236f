package dev.parley.server.automation;

import dev.parley.instagram.Capability;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a job finds its people. */
sealed interface Source permits Hashtag {

    /** As stored, and as a part of the job's kind. */
    String stored();

    /** What it is called, where it is called by a name. */
    @Nullable
    String name();

    /** What finding people there takes. */
    Set<Capability> needs();

    /** For people to read, without a verb. */
    @Override
    String toString();
}
