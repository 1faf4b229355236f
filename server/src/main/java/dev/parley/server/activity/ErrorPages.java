package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the codes mean, for everybody; and for those who are signed in, how often each was met. */
@Controller
@RequestMapping("/errors")
@Needs(Right.NOTHING)
class ErrorPages {

    private static final Duration LATELY = Duration.ofDays(30);

    private final Activities activities;
    private final Tenancy tenancy;
    private final Clock clock;

    ErrorPages(Activities activities, Tenancy tenancy, Clock clock) {
        this.activities = activities;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("activity/errors").addObject("q", q).addObject("codes", FindErrors.with(q));
    }

    @GetMapping("/{code}")
    ModelAndView show(@PathVariable String code, Optional<Caller> caller) {
        var error = FindErrors.named(code);
        return new ModelAndView("activity/error")
                .addObject("code", error)
                .addObject("lately", caller.map(who -> lately(who, error)).orElse(null));
    }

    private @Nullable Long lately(Caller caller, ErrorCode code) {
        return tenancy.in(
                caller.workspace(), () -> activities.count(code, clock.instant().minus(LATELY)));
    }
}
