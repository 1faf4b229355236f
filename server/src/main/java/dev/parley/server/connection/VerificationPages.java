package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.Verification;
import dev.parley.server.account.VerificationId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Wrong;
import java.util.List;
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

/** The second step of connecting an account: the code that Instagram wants. */
@Controller
@RequestMapping("/accounts/verification/{id}")
class VerificationPages {

    private static final int LONGEST_CODE = 100;

    private final Tenancy tenancy;
    private final Connections connections;
    private final SignIns signIns;
    private final Accounts accounts;

    VerificationPages(Tenancy tenancy, Connections connections, SignIns signIns, Accounts accounts) {
        this.tenancy = tenancy;
        this.connections = connections;
        this.signIns = signIns;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(Caller caller, @PathVariable VerificationId id) {
        return page(caller, id, Wrong.nothing());
    }

    @PostMapping
    ModelAndView answer(Caller caller, @PathVariable VerificationId id, @RequestParam(defaultValue = "") String code) {
        return step(caller, id, () -> {
            requireCode(code);
            return connections.answer(caller, id, code.strip());
        });
    }

    /** @param method null sends it once more in the same way */
    @PostMapping("/codes")
    ModelAndView send(
            Caller caller, @PathVariable VerificationId id, @RequestParam(required = false) @Nullable String method) {
        return step(caller, id, () -> connections.sendCode(caller, id, method));
    }

    private ModelAndView step(Caller caller, VerificationId id, Supplier<Connections.Step> step) {
        try {
            return ConnectPages.next(step.get());
        } catch (BotException refused) {
            return page(caller, id, new Wrong(refused));
        }
    }

    /** Where nothing waits for a code any more, the way begins anew. */
    private ModelAndView page(Caller caller, VerificationId id, Wrong wrong) {
        try {
            var waiting = tenancy.in(caller.workspace(), () -> waiting(id));
            return wrong.on(new ModelAndView("connection/verification")
                    .addObject("account", waiting.account())
                    .addObject("verification", waiting.verification()));
        } catch (BotException ended) {
            return ConnectPages.form("", new Wrong(Objects.requireNonNullElse(wrong.refused(), ended)));
        }
    }

    private Waiting waiting(VerificationId id) {
        var verification = signIns.waiting(id);
        return new Waiting(accounts.get(verification.account()), verification);
    }

    private record Waiting(Account account, Verification verification) {}

    private static void requireCode(String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "This is not a code.",
                    Refusal.of(List.of(new Field("code", "the code that Instagram shows or sends"))));
        }
    }
}
