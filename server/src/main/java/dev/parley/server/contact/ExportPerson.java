package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells everything that the workspace holds of a person, for whoever asks what is known of them. */
@Component
class ExportPerson {

    private static final int MOST = 100_000;

    private final Tenancy tenancy;
    private final ReadContacts read;

    ExportPerson(Tenancy tenancy, ReadContacts read) {
        this.tenancy = tenancy;
        this.read = read;
    }

    ResponseEntity<ContactDetail> file(Caller caller, String username) {
        var file = ContentDisposition.attachment().filename(username + ".json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(tenancy.in(caller.workspace(), () -> read.everything(username, MOST)));
    }
}
