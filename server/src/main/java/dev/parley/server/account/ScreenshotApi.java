package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.evidence.Screenshot;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the browser saw where something failed, newest first. */
@RestController
@RequestMapping("/api/accounts/{id}/screenshots")
@Needs(Right.READ)
class ScreenshotApi {

    private final ReadScreenshots read;

    ScreenshotApi(ReadScreenshots read) {
        this.read = read;
    }

    @GetMapping
    Page<Screenshot> list(
            Caller caller,
            @PathVariable AccountId id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return read.page(caller, id, cursor, limit);
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
