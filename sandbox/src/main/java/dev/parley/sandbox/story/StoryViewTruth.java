package dev.parley.sandbox.story;

import java.time.Instant;

/**
 * What really happened between a viewer and one picture or film of a story.
 *
 * @param viewer username
 * @param target username of the story's owner
 * @param media the story's id, {@code pk_owner}
 * @param asked how often it was reported as watched, reports that failed by script included
 * @param times how often it became watched: never more than once
 * @param inForce whether the owner sees the viewer among those who watched
 * @param at when it became watched, or was first reported if it never did
 */
public record StoryViewTruth(
        String viewer, String target, String media, int asked, int times, boolean inForce, Instant at) {}
