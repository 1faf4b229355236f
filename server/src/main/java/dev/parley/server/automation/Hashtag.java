package dev.parley.server.automation;

import dev.parley.instagram.Capability;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A hashtag without its #, in lower case and composed form, so that one hashtag has one spelling. */
record Hashtag(String name) implements Source {

    static final String STORED = "hashtag";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");

    static Hashtag parse(String text) {
        var bare = text.strip().replaceFirst("^[#＃]", "");
        var name = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "This is not a hashtag.",
                    Refusal.of(List.of(new Field("hashtag", "1 to 100 letters, digits and underscores"))));
        }
        return new Hashtag(name);
    }

    @Override
    public String stored() {
        return STORED;
    }

    @Override
    public Set<Capability> needs(JobAction action) {
        return Set.of(Capability.HASHTAG);
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
