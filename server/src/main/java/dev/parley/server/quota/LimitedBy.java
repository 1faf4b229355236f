package dev.parley.server.quota;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose limit it is that is in force: the lowest, and of equal ones that which concerns more accounts. */
public enum LimitedBy {
    INSTANCE("the instance"),
    USER("its person"),
    WORKSPACE("the workspace"),
    ACCOUNT("the account itself"),
    /** The lowest of the others, of which an account that was connected lately has a share. */
    WARM_UP("the warm-up");

    private final String words;

    LimitedBy(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @JsonValue
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
