package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the browser saw for one account. */
@Controller
@RequestMapping("/accounts/{id}/screenshots")
@Needs(Right.READ)
class ScreenshotPages {

    private static final int SHOWN = 20;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final ReadScreenshots read;

    ScreenshotPages(Tenancy tenancy, Accounts accounts, ReadScreenshots read) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.read = read;
    }

    @GetMapping
    ModelAndView list(
            Caller caller, @PathVariable AccountId id, @RequestParam(required = false) @Nullable UUID cursor) {
        var account = tenancy.in(caller.workspace(), () -> accounts.get(id));
        var found = read.page(caller, id, cursor, SHOWN);
        var here = "/accounts/" + id + "/screenshots";
        return new ModelAndView("account/screenshots")
                .addObject("account", account)
                .addObject("found", found)
                .addObject("here", here)
                .addObject("first", cursor == null ? null : here)
                .addObject("next", found.nextCursor() == null ? null : here + "?cursor=" + found.nextCursor());
    }

    @GetMapping("/{screenshot}")
    ResponseEntity<byte[]> picture(Caller caller, @PathVariable AccountId id, @PathVariable UUID screenshot) {
        return read.picture(caller, id, screenshot);
    }

    @GetMapping("/{screenshot}/source")
    ResponseEntity<String> source(Caller caller, @PathVariable AccountId id, @PathVariable UUID screenshot) {
        return read.source(caller, id, screenshot);
    }
}
