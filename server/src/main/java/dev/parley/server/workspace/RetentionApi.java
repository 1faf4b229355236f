package dev.parley.server.workspace;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For how many days the workspace keeps what it holds of other people; what is left out, for ever. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/retention")
class RetentionApi {

    private final KeepRetention keep;

    RetentionApi(KeepRetention keep) {
        this.keep = keep;
    }

    @GetMapping
    @Needs(Right.READ)
    Retention get(Caller caller) {
        return keep.of(caller);
    }

    @PutMapping
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    Retention change(Caller caller, @Valid @RequestBody Retention wanted) {
        keep.change(caller, wanted);
        return wanted;
    }
}
