package dev.parley.server.alerts;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that the caller's workspace tells of what happens. Their addresses may be secrets: only who may change them sees them. */
@RestController
@RequestMapping("/api/alerts/webhooks")
@Needs(value = Right.RUN, acrossAccounts = true)
class WebhookApi {

    private static final int MOST = 200;

    private final Tenancy tenancy;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final KeepWebhooks keep;
    private final SendAgain send;

    WebhookApi(Tenancy tenancy, Webhooks webhooks, Deliveries deliveries, KeepWebhooks keep, SendAgain send) {
        this.tenancy = tenancy;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.keep = keep;
        this.send = send;
    }

    @GetMapping
    All all(Caller caller) {
        return new All(tenancy.in(caller.workspace(), webhooks::all));
    }

    /** The secret is in this answer and in no other. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WithSecret add(Caller caller, @Valid @RequestBody Address wanted) {
        return WithSecret.of(keep.add(caller, wanted.url()));
    }

    @GetMapping("/{id}")
    Webhook one(Caller caller, @PathVariable WebhookId id) {
        return tenancy.in(caller.workspace(), () -> webhooks.get(id));
    }

    @PatchMapping("/{id}")
    Webhook move(Caller caller, @PathVariable WebhookId id, @Valid @RequestBody Address wanted) {
        return keep.move(caller, id, wanted.url());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable WebhookId id) {
        keep.remove(caller, id);
    }

    /** Another secret; for a day it is signed with the one before, too. */
    @PostMapping("/{id}/secret")
    WithSecret changeSecret(Caller caller, @PathVariable WebhookId id) {
        return WithSecret.of(keep.changeSecret(caller, id));
    }

    @PostMapping("/{id}/activation")
    Webhook enable(Caller caller, @PathVariable WebhookId id) {
        return keep.enable(caller, id);
    }

    @DeleteMapping("/{id}/activation")
    Webhook disable(Caller caller, @PathVariable WebhookId id) {
        return keep.disable(caller, id);
    }

    /** Sends something that tells of nothing. */
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Delivery test(Caller caller, @PathVariable WebhookId id) {
        return send.test(caller, id);
    }

    /** Newest first; kept for thirty days. */
    @GetMapping("/{id}/deliveries")
    Page<Delivery> deliveries(
            Caller caller,
            @PathVariable WebhookId id,
            @RequestParam(required = false) @Nullable DeliveryId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        return tenancy.in(caller.workspace(), () -> {
            webhooks.get(id);
            return deliveries.page(id, cursor, limit);
        });
    }

    /** Sends it once more, under the same id. */
    @PostMapping("/{id}/deliveries/{delivery}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Delivery resend(Caller caller, @PathVariable WebhookId id, @PathVariable DeliveryId delivery) {
        return send.again(caller, id, delivery);
    }

    record All(List<Webhook> items) {}

    /** @param url that begins with https:// and is open to everybody */
    record Address(@NotBlank String url) {}

    record WithSecret(WebhookId id, URI url, Instant createdAt, String secret) {

        static WithSecret of(KeepWebhooks.Made made) {
            var webhook = made.webhook();
            return new WithSecret(
                    webhook.id(),
                    webhook.url(),
                    webhook.createdAt(),
                    made.secret().value());
        }

        @Override
        public String toString() {
            return "WithSecret[id=" + id + "]";
        }
    }
}
