package dev.parley.server.activity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks into the catalogue of errors. */
final class FindErrors {

    private FindErrors() {}

    /** All that have these words anywhere. */
    static List<ErrorCode> with(String words) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> String.join(
                                " ",
                                code.code(),
                                code.name(),
                                code.title(),
                                code.description(),
                                code.recommendedAction())
                        .toLowerCase(Locale.ROOT)
                        .contains(words.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** By its code or its name. Refuses with NOT_FOUND. */
    static ErrorCode named(String codeOrName) {
        return Arrays.stream(ErrorCode.values())
                .filter(code ->
                        code.code().equalsIgnoreCase(codeOrName) || code.name().equalsIgnoreCase(codeOrName))
                .findFirst()
                .orElseThrow(() -> new BotException(ErrorCode.NOT_FOUND, "There is no error code of this name."));
    }
}
