package dev.parley.server.message;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the browser saw where a message could not be sent, counted from 1. */
@RestController
@Needs(Right.READ)
class MessagePictureApi {

    private final Tenancy tenancy;
    private final MessagePictures pictures;

    MessagePictureApi(Tenancy tenancy, MessagePictures pictures) {
        this.tenancy = tenancy;
        this.pictures = pictures;
    }

    @GetMapping("/api/messages/{id}/screenshots/{number}")
    ResponseEntity<byte[]> picture(Caller caller, @PathVariable MessageId id, @PathVariable int number) {
        var picture = tenancy.in(caller.workspace(), () -> pictures.picture(id, number));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
    }
}
