package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.evidence.Screenshot;
import dev.parley.server.evidence.Screenshots;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the browser saw for one account. */
@Component
class ReadScreenshots {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Screenshots screenshots;

    ReadScreenshots(Tenancy tenancy, Accounts accounts, Screenshots screenshots) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.screenshots = screenshots;
    }

    Page<Screenshot> page(Caller caller, AccountId account, @Nullable UUID before, int limit) {
        return tenancy.in(caller.workspace(), () -> {
            accounts.get(account);
            return screenshots.page(account, before, limit);
        });
    }

    ResponseEntity<byte[]> picture(Caller caller, AccountId account, UUID id) {
        var picture = of(caller, account, id, () -> screenshots.picture(id).orElseThrow(() -> notFound(id)));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
    }

    /** As a file: it is the page of somebody else, and not to be shown as one of ours. */
    ResponseEntity<String> source(Caller caller, AccountId account, UUID id) {
        var source = of(caller, account, id, () -> screenshots.source(id).orElseThrow(() -> notFound(id)));
        var file = ContentDisposition.attachment().filename(id + ".txt").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(source);
    }

    private <T> T of(Caller caller, AccountId account, UUID id, Supplier<T> what) {
        return tenancy.in(caller.workspace(), () -> {
            accounts.get(account);
            if (screenshots
                    .find(id)
                    .filter(shot -> shot.accountId().equals(account))
                    .isEmpty()) {
                throw notFound(id);
            }
            return what.get();
        });
    }

    private static BotException notFound(UUID id) {
        return new BotException(
                ErrorCode.SCREENSHOT_NOT_FOUND, "There is no picture with the id " + id + " of this account.");
    }
}
