package dev.parley.server.message;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The same for the page of a message, whose pictures a browser asks for by itself. */
@Controller
@Needs(Right.READ)
class MessagePicturePages {

    private final Tenancy tenancy;
    private final MessagePictures pictures;

    MessagePicturePages(Tenancy tenancy, MessagePictures pictures) {
        this.tenancy = tenancy;
        this.pictures = pictures;
    }

    @GetMapping("/messages/{id}/screenshots/{number}")
    ResponseEntity<byte[]> picture(Caller caller, @PathVariable MessageId id, @PathVariable int number) {
        var picture = tenancy.in(caller.workspace(), () -> pictures.picture(id, number));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
    }
}
