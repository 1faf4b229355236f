package dev.parley.server.connection;

import dev.parley.server.account.VerificationId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last step of connecting an account: what Instagram wants of a person. */
@Controller
@RequestMapping("/accounts/verification/{id}")
@Needs(Right.CONNECT)
class VerificationPages {

    private static final int LONGEST_CODE = 100;

    private final VerificationSteps verifications;

    VerificationPages(VerificationSteps verifications) {
        this.verifications = verifications;
    }

    @GetMapping
    ModelAndView show(Caller caller, @PathVariable VerificationId id) {
        return page(caller, id, Wrong.nothing());
    }

    @PostMapping
    ModelAndView answer(Caller caller, @PathVariable VerificationId id, @RequestParam(defaultValue = "") String code) {
        return step(caller, id, () -> {
            requireCode(code);
            return verifications.answer(caller, id, code.strip());
        });
    }

    /** @param method null sends it once more in the same way */
    @PostMapping("/codes")
    ModelAndView send(
            Caller caller, @PathVariable VerificationId id, @RequestParam(required = false) @Nullable String method) {
        return step(caller, id, () -> verifications.sendCode(caller, id, method));
    }

    /** @param broughtBack what the owner's browser brought back from Instagram's page, and the form's proof of origin */
    @PostMapping("/authorization")
    ModelAndView agreed(Caller caller, @PathVariable VerificationId id, @RequestParam Map<String, String> broughtBack) {
        var fromInstagram = new HashMap<>(broughtBack);
        fromInstagram.remove("_csrf");
        return step(caller, id, () -> verifications.agreed(caller, id, fromInstagram));
    }

    private ModelAndView step(Caller caller, VerificationId id, Supplier<ConnectionStep> step) {
        try {
            return ConnectPages.next(step.get());
        } catch (BotException refused) {
            return page(caller, id, new Wrong(refused));
        }
    }

    /** Where nothing waits any more, the way begins anew. */
    private ModelAndView page(Caller caller, VerificationId id, Wrong wrong) {
        try {
            var waiting = verifications.waiting(caller, id);
            return wrong.on(
                    new ModelAndView(waiting.page() == null ? "connection/verification" : "connection/authorization")
                            .addObject("waiting", waiting));
        } catch (BotException ended) {
            return over(new Wrong(Objects.requireNonNullElse(wrong.refused(), ended)));
        }
    }

    static ModelAndView over(Wrong wrong) {
        return wrong.on(new ModelAndView("connection/over"));
    }

    private static void requireCode(String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "This is not a code.",
                    Refusal.of(List.of(new Field("code", "the code that Instagram shows or sends"))));
        }
    }
}
