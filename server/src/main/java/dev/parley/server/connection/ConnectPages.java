package dev.parley.server.connection;

import dev.parley.server.account.ConnectAccount;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first step of connecting an account: username and password. */
@Controller
@RequestMapping("/accounts/connect")
class ConnectPages {

    private final Connections connections;

    ConnectPages(Connections connections) {
        this.connections = connections;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String username) {
        return form(username, Wrong.nothing());
    }

    @PostMapping
    ModelAndView connect(Caller caller, @Valid Credentials credentials, BindingResult form) {
        try {
            Wrong.refuse(form);
            return next(credentials.logIn(caller, connections));
        } catch (BotException refused) {
            return form(credentials.typedName(), new Wrong(refused));
        }
    }

    /** The code, if one is asked for; else the account as it is now. */
    static ModelAndView next(Connections.Step step) {
        return new ModelAndView(step.verification()
                .map(verification -> "redirect:/accounts/verification/" + verification)
                .orElse("redirect:/#account-" + step.account()));
    }

    static ModelAndView form(String username, Wrong wrong) {
        return wrong.on(new ModelAndView("connection/connect").addObject("username", username));
    }

    /** @param consent to what the driver risks; needed at the real Instagram */
    record Credentials(
            @NotBlank @Size(max = 100) @Nullable String username,
            @NotEmpty @Size(max = 500) @Nullable String password,
            @Nullable Boolean consent) {

        String typedName() {
            return username == null ? "" : username;
        }

        Connections.Step logIn(Caller caller, Connections connections) {
            var wish = new ConnectAccount.Wish(typedName(), null, Boolean.TRUE.equals(consent));
            return connections.logIn(caller, wish, password == null ? "" : password);
        }

        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }
}
