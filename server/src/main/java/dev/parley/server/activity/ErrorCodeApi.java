package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the codes mean. */
@RestController
@RequestMapping("/api/errors")
@Needs(Right.NOTHING)
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
    }

    @GetMapping
    Page<View> list(@RequestParam(defaultValue = "") String q) {
        return new Page<>(FindErrors.with(q).stream().map(View::of).toList(), null);
    }

    @GetMapping("/{code}")
    View get(@PathVariable String code) {
        return View.of(FindErrors.named(code));
    }
}
