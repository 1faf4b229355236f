package dev.parley.cli.demo;

import java.util.Locale;

/** The drivers that can do all that the story tells of. The official API can neither search hashtags freely nor follow. */
public enum StoryDriver {
    MOBILE,
    BROWSER;

    /** As it is written on the command line and in calls. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
