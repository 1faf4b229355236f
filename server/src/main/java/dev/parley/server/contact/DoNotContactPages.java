package dev.parley.server.contact;

import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.TypedFilters;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To whom nobody in the workspace writes, and by which words people ask for that. */
@Controller
@RequestMapping(DoNotContactPages.PAGE)
@Needs(value = Right.RUN, acrossAccounts = true)
class DoNotContactPages {

    static final String PAGE = "/do-not-contact";

    private static final int SHOWN = 50;

    private final Tenancy tenancy;
    private final SilencedPeople people;
    private final Silence silence;
    private final OptOutWords words;
    private final ExportSilenced export;

    DoNotContactPages(
            Tenancy tenancy, SilencedPeople people, Silence silence, OptOutWords words, ExportSilenced export) {
        this.tenancy = tenancy;
        this.people = people;
        this.silence = silence;
        this.words = words;
        this.export = export;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return page(caller, q, cursor, TypedSilence.NOTHING, Wrong.nothing());
    }

    private ModelAndView page(
            Caller caller, @Nullable String q, @Nullable UUID cursor, TypedSilence typed, Wrong wrong) {
        var filters = new TypedFilters().with("q", q);
        return tenancy.in(caller.workspace(), () -> {
            var found = people.page(q, cursor, SHOWN);
            return wrong.on(new ModelAndView("contact/do-not-contact")
                    .addObject("found", found)
                    .addObject("q", q)
                    .addObject("query", filters.query())
                    .addObject("first", cursor == null ? null : PAGE + filters.query())
                    .addObject("next", found.nextCursor() == null ? null : filters.next(PAGE, found.nextCursor()))
                    .addObject("words", String.join("\n", words.all()))
                    .addObject("typed", typed)
                    .addObject("taken", null));
        });
    }

    /** For a browser, which cannot ask the API for another type. */
    @GetMapping("/csv")
    @Needs(Right.READ)
    void csv(Caller caller, @RequestParam(required = false) @Nullable String q, HttpServletResponse response)
            throws IOException {
        export.csv(caller, q, response);
    }

    @PostMapping
    ModelAndView add(Caller caller, TypedSilence typed) {
        return done(caller, typed, () -> {
            var name = Usernames.of(Objects.requireNonNullElse(typed.username(), ""));
            silence.add(caller, name, note(typed.note()));
        });
    }

    private static @Nullable String note(@Nullable String typed) {
        if (typed != null && typed.length() > DoNotContactApi.LONGEST_NOTE) {
            throw Wrong.refusal("note", "must be at most %d characters".formatted(DoNotContactApi.LONGEST_NOTE));
        }
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @PostMapping("/list")
    ModelAndView addAll(Caller caller, @RequestParam(defaultValue = "") String csv) {
        try {
            TakenList taken = tenancy.in(caller.workspace(), () -> silence.addAll(caller, csv));
            return page(caller, null, null, TypedSilence.NOTHING, Wrong.nothing())
                    .addObject("taken", taken);
        } catch (BotException refused) {
            return page(caller, null, null, TypedSilence.NOTHING, new Wrong(refused));
        }
    }

    @DeleteMapping("/{username}")
    ModelAndView remove(Caller caller, @PathVariable String username) {
        return done(caller, TypedSilence.NOTHING, () -> silence.remove(caller, Usernames.of(username)));
    }

    @PostMapping("/words")
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    ModelAndView change(Caller caller, @RequestParam(defaultValue = "") String words) {
        var lines =
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return done(caller, TypedSilence.NOTHING, () -> this.words.change(bounded(lines)));
    }

    private static List<String> bounded(List<String> lines) {
        if (lines.size() > OptOutApi.MOST || lines.stream().anyMatch(line -> line.length() > OptOutApi.LONGEST)) {
            throw Wrong.refusal(
                    "words", "may be at most %d, of %d characters each".formatted(OptOutApi.MOST, OptOutApi.LONGEST));
        }
        return lines;
    }

    private ModelAndView done(Caller caller, TypedSilence typed, Runnable change) {
        try {
            tenancy.run(caller.workspace(), change);
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(caller, null, null, typed, new Wrong(refused));
        }
    }
}
