package dev.parley.server.connection;

import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The first steps of connecting an account: the way of working it, then its name. */
@Controller
@RequestMapping("/accounts/connect")
@Needs(Right.CONNECT)
class ConnectPages {

    private final Tenancy tenancy;
    private final Connections connections;
    private final ConnectAccount connectAccount;
    private final DriverChoices choices;

    ConnectPages(Tenancy tenancy, Connections connections, ConnectAccount connectAccount, DriverChoices choices) {
        this.tenancy = tenancy;
        this.connections = connections;
        this.connectAccount = connectAccount;
        this.choices = choices;
    }

    /** There is nothing to choose for an account that is connected already. */
    @GetMapping
    ModelAndView choose(Caller caller, @RequestParam(defaultValue = "") String username) {
        return driverOf(caller, username)
                .map(driver -> new ModelAndView("redirect:"
                        + UriComponentsBuilder.fromPath("/accounts/connect/{driver}")
                                .queryParam("username", "{username}")
                                .encode()
                                .buildAndExpand(driver, username)))
                .orElseGet(() -> choices(caller, username));
    }

    @GetMapping("/{driver}")
    ModelAndView form(@PathVariable String driver, @RequestParam(defaultValue = "") String username) {
        return form(choices.of(driver), username, Wrong.nothing());
    }

    @PostMapping("/{driver}")
    ModelAndView connect(
            Caller caller, @PathVariable String driver, @Valid Credentials credentials, BindingResult form) {
        var choice = choices.of(driver);
        try {
            Wrong.refuse(form);
            return next(credentials.logIn(caller, driver, connections));
        } catch (BotException refused) {
            return form(choice, credentials.typedName(), new Wrong(refused));
        }
    }

    /** What Instagram wants of a person, if it does; else the account as it is now. */
    static ModelAndView next(ConnectionStep step) {
        return new ModelAndView(step.verification()
                .map(verification -> "redirect:/accounts/verification/" + verification)
                .orElse("redirect:/#account-" + step.account()));
    }

    private Optional<String> driverOf(Caller caller, String username) {
        return tenancy.in(caller.workspace(), () -> connectAccount.driverOf(username));
    }

    private ModelAndView choices(Caller caller, String username) {
        return new ModelAndView("connection/choose")
                .addObject("username", username)
                .addObject("choices", choices.all())
                .addObject("room", tenancy.in(caller.workspace(), connectAccount::room))
                .addObject("missing", choices.isOfficialMissing());
    }

    private static ModelAndView form(DriverChoice choice, String username, Wrong wrong) {
        return wrong.on(new ModelAndView("connection/connect")
                .addObject("username", username)
                .addObject("choice", choice));
    }

    /**
     * @param consent to what the driver risks; needed at the real Instagram
     * @param keepPassword a box that is not ticked sends nothing, and means no
     */
    record Credentials(
            @NotBlank @Size(max = 100) @Nullable String username,
            @Size(max = 500) @Nullable String password,
            @Nullable Boolean consent,
            @Nullable Boolean keepPassword) {

        String typedName() {
            return username == null ? "" : username;
        }

        ConnectionStep logIn(Caller caller, String driver, Connections connections) {
            var wish = new ConnectAccount.Wish(
                    typedName(), driver, Boolean.TRUE.equals(consent), Keeping.of(Boolean.TRUE.equals(keepPassword)));
            return connections.logIn(caller, wish, password);
        }

        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }
}
