package dev.parley.server.connection;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the browser shows for an account just now; refuses with DRIVER_CANNOT where it is not worked in a browser. */
@RestController
@RequestMapping("/api/accounts/{id}/screenshots")
@Needs(Right.RUN)
class TakePictureApi {

    private final ConnectedAccounts connected;

    TakePictureApi(ConnectedAccounts connected) {
        this.connected = connected;
    }

    /** @param page where the picture is */
    record Taken(UUID id, String page) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(Caller caller, @PathVariable AccountId id) {
        var picture = connected.takePicture(caller, connected.account(caller, id));
        return new Taken(picture, "/accounts/%s/screenshots/%s".formatted(id, picture));
    }
}
