package dev.parley.server.activity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the codes mean. */
@RestController
@RequestMapping("/api/errors")
class ErrorCodeApi {

    record View(
            String errorCode,
            String error,
            String module,
            String severity,
            String title,
            String description,
            String recommendedAction,
            int status,
            boolean retryable) {

        static View of(ErrorCode code) {
            return new View(
                    code.code(),
                    code.name(),
                    code.module(),
                    code.severity(),
                    code.title(),
                    code.description(),
                    code.recommendedAction(),
                    code.status(),
                    code.retryable());
        }

        boolean contains(String words) {
            return String.join(" ", errorCode, error, title, description, recommendedAction)
                    .toLowerCase(Locale.ROOT)
                    .contains(words.toLowerCase(Locale.ROOT));
        }
    }

    @GetMapping
    Page<View> list(@RequestParam(defaultValue = "") String q) {
        var found = Arrays.stream(ErrorCode.values())
                .map(View::of)
                .filter(code -> code.contains(q))
                .toList();
        return new Page<>(found, null);
    }

    @GetMapping("/{code}")
    View get(@PathVariable String code) {
        return Arrays.stream(ErrorCode.values())
                .filter(known ->
                        known.code().equalsIgnoreCase(code) || known.name().equalsIgnoreCase(code))
                .findFirst()
                .map(View::of)
                .orElseThrow(() -> new BotException(ErrorCode.NOT_FOUND, "There is no error code of this name."));
    }
}
