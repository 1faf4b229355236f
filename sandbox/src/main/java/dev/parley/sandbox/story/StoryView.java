package dev.parley.sandbox.story;

import java.time.Instant;
import java.util.function.LongFunction;

/** One viewer's look at one story: how often it was reported, how often that counted, and since when. */
record StoryView(long viewer, long story, long owner, int asked, int times, long at) {

    static StoryView none(long viewer, long story, long owner) {
        return new StoryView(viewer, story, owner, 0, 0, 0);
    }

    boolean seen() {
        return times > 0;
    }

    StoryView after(boolean counts, long now) {
        boolean first = times == 0 && (counts || asked == 0);
        return new StoryView(viewer, story, owner, asked + 1, counts ? times + 1 : times, first ? now : at);
    }

    StoryViewTruth truth(LongFunction<String> usernames) {
        return new StoryViewTruth(
                usernames.apply(viewer),
                usernames.apply(owner),
                story + "_" + owner,
                asked,
                times,
                seen(),
                Instant.ofEpochMilli(at));
    }
}
