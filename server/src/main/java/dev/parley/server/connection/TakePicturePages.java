package dev.parley.server.connection;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the browser shows for an account just now. */
@Controller
@Needs(Right.RUN)
class TakePicturePages {

    private final ConnectedAccounts connected;

    TakePicturePages(ConnectedAccounts connected) {
        this.connected = connected;
    }

    @PostMapping("/accounts/{id}/screenshots")
    String take(Caller caller, @PathVariable AccountId id) {
        connected.takePicture(caller, connected.account(caller, id));
        return "redirect:/accounts/" + id + "/screenshots";
    }
}
