package dev.parley.server.message;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Cursor;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Spreadsheet;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sent, or was to be: every attempt. */
@RestController
@RequestMapping("/api/messages")
@Needs(Right.READ)
class HistoryApi {

    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final ReadMessages read;
    private final ExportHistory export;

    HistoryApi(Tenancy tenancy, Accounts accounts, ReadMessages read, ExportHistory export) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.read = read;
        this.export = export;
    }

    /**
     * The filters as they stand in the address.
     *
     * @param recipient username, with or without @
     * @param q words of the text, or how they begin
     */
    record Query(
            @Nullable String status,
            @Nullable @Size(max = LONGEST_SEARCH) String recipient,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable @Size(max = LONGEST_SEARCH) String q) {

        MessageFilter filter(@Nullable AccountId account) {
            return new MessageFilter(account, wanted(), MessageFilter.username(recipient), from, to, q);
        }

        private @Nullable MessageStatus wanted() {
            try {
                return status == null ? null : MessageStatus.of(status);
            } catch (IllegalArgumentException none) {
                throw Wrong.refusal("status", "one of queued, sending, sent, failed, unconfirmed, cancelled");
            }
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<MessageView> all(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @Valid Query query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        return tenancy.in(caller.workspace(), () -> read.page(query.filter(account), Cursor.ofNullable(cursor), limit));
    }

    @GetMapping(produces = Spreadsheet.TYPE)
    void allAsCsv(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @Valid Query query,
            HttpServletResponse response)
            throws IOException {
        export.csv(caller, query.filter(account), response);
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void allAsLines(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @Valid Query query,
            HttpServletResponse response)
            throws IOException {
        export.lines(caller, query.filter(account), response);
    }

    @GetMapping(path = "/history/{username}", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<MessageView> history(
            Caller caller,
            @PathVariable String username,
            @Valid Query query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        return tenancy.in(
                caller.workspace(), () -> read.page(query.filter(account(username)), Cursor.ofNullable(cursor), limit));
    }

    @GetMapping(path = "/history/{username}", produces = Spreadsheet.TYPE)
    void historyAsCsv(Caller caller, @PathVariable String username, @Valid Query query, HttpServletResponse response)
            throws IOException {
        export.csv(caller, query.filter(accountOf(caller, username)), response);
    }

    @GetMapping(path = "/history/{username}", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void historyAsLines(Caller caller, @PathVariable String username, @Valid Query query, HttpServletResponse response)
            throws IOException {
        export.lines(caller, query.filter(accountOf(caller, username)), response);
    }

    private AccountId accountOf(Caller caller, String username) {
        return tenancy.in(caller.workspace(), () -> account(username));
    }

    private AccountId account(String username) {
        return accounts.named(username)
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACCOUNT_NOT_FOUND,
                        "This workspace has no Instagram account with the name “" + username + "”."))
                .id();
    }
}
