package dev.parley.server.conversation;

import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Preparing answers. */
@Controller
@RequestMapping(CannedAnswerPages.PAGE)
@Needs(value = Right.RUN, acrossAccounts = true)
class CannedAnswerPages {

    static final String PAGE = InboxPages.PAGE + "/answers";

    private final Tenancy tenancy;
    private final CannedAnswers answers;

    CannedAnswerPages(Tenancy tenancy, CannedAnswers answers) {
        this.tenancy = tenancy;
        this.answers = answers;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView list(Caller caller) {
        return page(caller, "", "", Wrong.nothing());
    }

    @PostMapping
    ModelAndView add(
            Caller caller,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String content) {
        try {
            demandLength("title", title, CannedAnswerApi.LONGEST_TITLE);
            demandLength("content", content, CannedAnswerApi.LONGEST_TEXT);
            var answer = new CannedAnswer(CannedAnswerId.create(), title.strip(), content.replace("\r\n", "\n"));
            tenancy.in(caller.workspace(), () -> answers.put(answer));
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(caller, title, content, new Wrong(refused));
        }
    }

    private static void demandLength(String field, String typed, int longest) {
        if (typed.isBlank() || typed.length() > longest) {
            throw Wrong.refusal(field, "must have 1 to %d characters".formatted(longest));
        }
    }

    @DeleteMapping("/{id}")
    String remove(Caller caller, @PathVariable CannedAnswerId id) {
        tenancy.run(caller.workspace(), () -> answers.remove(id));
        return "redirect:" + PAGE;
    }

    private ModelAndView page(Caller caller, String title, String content, Wrong wrong) {
        return wrong.on(new ModelAndView("conversation/answers")
                .addObject("answers", tenancy.in(caller.workspace(), answers::all))
                .addObject("title", title)
                .addObject("content", content));
    }
}
