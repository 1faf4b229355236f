package dev.parley.journeys.crash;

import java.util.List;

/** What is asked of the accounts before the strikes fall, and must be right when all is over. */
interface CrashPart {

    void order(List<Post> posts);

    /** All is as it must be once nothing disturbs any longer. */
    void expectAllRight();
}
