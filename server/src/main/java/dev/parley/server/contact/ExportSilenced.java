package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The do-not-contact list as a spreadsheet. */
@Component
class ExportSilenced {

    private static final int AT_ONCE = 200;

    private static final Spreadsheet<Silenced> SHEET = new Spreadsheet<Silenced>("do-not-contact")
            .column("username", Silenced::username)
            .column("note", Silenced::note)
            .column("reason", Silenced::reason)
            .column("user", Silenced::user)
            .column("created_at", Silenced::createdAt);

    private final Tenancy tenancy;
    private final SilencedPeople people;

    ExportSilenced(Tenancy tenancy, SilencedPeople people) {
        this.tenancy = tenancy;
        this.people = people;
    }

    void csv(Caller caller, @Nullable String q, HttpServletResponse response) throws IOException {
        SHEET.send(response, after -> {
            var cursor = after.cursor();
            var before = cursor == null ? null : UUID.fromString(cursor);
            return tenancy.in(caller.workspace(), () -> people.page(q, before, AT_ONCE));
        });
    }
}
