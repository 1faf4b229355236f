package dev.parley.cli.instance;

import java.util.Locale;

/** Which Instagram an instance talks to; fixed for a data folder at its first start. */
public enum InstagramMode {
    SANDBOX,
    LIVE;

    /** As it is written on the command line, in the environment and in the data folder. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
