package dev.parley.server.bot;

import dev.parley.server.core.Page;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What accounts do when Instagram says no; the same for all. */
@RestController
@Needs(Right.READ)
class PolicyApi {

    @GetMapping("/api/bot/stop-policy")
    Page<PolicyRow> table() {
        return new Page<>(PolicyTable.rows(), null);
    }
}
