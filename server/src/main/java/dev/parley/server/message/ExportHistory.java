package dev.parley.server.message;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Cursor;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A history as a file, however long it is. */
@Component
class ExportHistory {

    private static final int AT_ONCE = 200;

    private static final Spreadsheet<MessageView> SHEET = new Spreadsheet<MessageView>("messages")
            .column("created_at", MessageView::createdAt)
            .column("username", MessageView::username)
            .column("recipient", MessageView::recipient)
            .column("content", MessageView::content)
            .column("image_url", MessageView::imageUrl)
            .column("status", message -> message.status().word())
            .column(
                    "error_code",
                    message -> message.error() == null ? null : message.error().errorCode())
            .column(
                    "error",
                    message -> message.error() == null ? null : message.error().message())
            .column("driver", MessageView::driver)
            .column("attempts", MessageView::attempts)
            .column("user", MessageView::user)
            .column("send_at", MessageView::sendAt)
            .column("sent_at", MessageView::sentAt)
            .column("ended_at", MessageView::endedAt)
            .column("id", MessageView::id)
            .column("correlation_id", MessageView::correlationId);

    private final Tenancy tenancy;
    private final ReadMessages read;
    private final JsonMapper json;

    ExportHistory(Tenancy tenancy, ReadMessages read, JsonMapper json) {
        this.tenancy = tenancy;
        this.read = read;
        this.json = json;
    }

    void csv(Caller caller, MessageFilter filter, HttpServletResponse response) throws IOException {
        SHEET.send(response, after -> page(caller, filter, after.cursor()));
    }

    /** One message as JSON in each line. */
    void lines(Caller caller, MessageFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"messages.ndjson\"");
        var out = response.getWriter();
        String cursor = null;
        do {
            var page = page(caller, filter, cursor);
            page.items().forEach(message -> out.print(json.writeValueAsString(message) + "\n"));
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private Page<MessageView> page(Caller caller, MessageFilter filter, @Nullable String cursor) {
        var before = Cursor.ofNullable(cursor);
        return tenancy.in(caller.workspace(), () -> read.page(filter, before, AT_ONCE));
    }
}
