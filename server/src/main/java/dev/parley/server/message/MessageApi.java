package dev.parley.server.message;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.NoSession;
import dev.parley.server.connection.Reconnect;
import dev.parley.server.connection.SignInForSending;
import dev.parley.server.core.BotException;
import dev.parley.server.message.SendMessage.Wish;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends messages, and lets people change their minds about them. */
@RestController
@RequestMapping("/api/messages")
@Needs(Right.RUN)
class MessageApi {

    private static final Logger LOG = LoggerFactory.getLogger(MessageApi.class);

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int USUAL_WAIT = 30;
    private static final int LONGEST_WAIT = 120;
    private static final Duration LOOKING = Duration.ofSeconds(60);
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final SendMessage sendMessage;
    private final IdempotencyKeys keys;
    private final AskWhetherToWrite mayWrite;
    private final Reconnect reconnect;
    private final SignInForSending signIn;
    private final SteerMessage steer;
    private final Deliveries deliveries;
    private final ReadMessages read;
    private final Clock clock;

    MessageApi(
            Tenancy tenancy,
            Accounts accounts,
            SendMessage sendMessage,
            IdempotencyKeys keys,
            AskWhetherToWrite mayWrite,
            Reconnect reconnect,
            SignInForSending signIn,
            SteerMessage steer,
            Deliveries deliveries,
            ReadMessages read,
            Clock clock) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.sendMessage = sendMessage;
        this.keys = keys;
        this.mayWrite = mayWrite;
        this.reconnect = reconnect;
        this.signIn = signIn;
        this.steer = steer;
        this.deliveries = deliveries;
        this.read = read;
        this.clock = clock;
    }

    @PostMapping("/send")
    ResponseEntity<MessageView> send(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = LONGEST_KEY) @Nullable
                    String key,
            @Valid @RequestBody Order order) {
        var wish = order.wish(clock.instant());
        revive(caller, order.username());
        return answer(send(caller, key, order, wish));
    }

    /** One new sign-in at most, and only where the owner has stored the password for that. The attempt to send tells why it failed. */
    private void revive(Caller caller, String username) {
        try {
            reconnect.revive(caller, () -> accounts.named(username));
        } catch (BotException notNow) {
            LOG.debug("No session could be made for @{}: {}", username, notNow.getMessage());
        }
    }

    /** The same after a sign-in with this password, unless the session works and the password is the one it was made with. */
    @PostMapping("/send-with-auth")
    @Needs(Right.CONNECT)
    ResponseEntity<?> sendWithAuth(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = LONGEST_KEY) @Nullable
                    String key,
            @Valid @RequestBody OrderWithAuth withAuth) {
        var order = withAuth.order();
        var wish = order.wish(clock.instant());
        var signedIn = signIn.ensure(caller, order.username(), withAuth.password());
        if (signedIn.verification().isPresent()) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(signedIn.verification().get());
        }
        return answer(send(caller, key, order, wish));
    }

    private MessageView send(Caller caller, @Nullable String key, Order order, Wish wish) {
        var taken = tenancy.in(
                caller.workspace(),
                () -> keys.once(
                        caller,
                        key,
                        order.toString(),
                        () -> sendMessage.send(caller, account(order.username()), wish)));
        return deliveries.await(caller, taken, order.patience());
    }

    /** Whether the account may write to somebody; nothing is sent. */
    @PostMapping("/check")
    MayWrite check(Caller caller, @Valid @RequestBody Check check) {
        var recipient = TypedRecipient.parse(check.recipient());
        return mayWrite.ask(caller, () -> account(check.username()), recipient);
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow(() -> NoSession.notConnected(username));
    }

    private static ResponseEntity<MessageView> answer(MessageView message) {
        Deliveries.demandNotRefused(message);
        var isUnderWay = message.status() == MessageStatus.QUEUED || message.status() == MessageStatus.SENDING;
        return ResponseEntity.status(isUnderWay ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(message);
    }

    @GetMapping("/{id}")
    @Needs(Right.READ)
    MessageView message(Caller caller, @PathVariable MessageId id) {
        return tenancy.in(caller.workspace(), () -> read.one(id));
    }

    /** Another text, or another time. Refuses with MESSAGE_UNDER_WAY what Instagram has perhaps seen. */
    @PatchMapping("/{id}")
    MessageView change(Caller caller, @PathVariable MessageId id, @Valid @RequestBody Change change) {
        return steered(caller, id, (who, message) -> {
            var now = tenancy.in(who.workspace(), () -> read.one(message));
            var writing = change.content() == null ? null : Writing.of(change.content());
            var sendAt = change.sendAt() == null ? now.sendAt() : farEnough(change.sendAt(), clock.instant());
            steer.change(who, message, writing, sendAt);
        });
    }

    @PostMapping("/{id}/cancel")
    MessageView cancel(Caller caller, @PathVariable MessageId id) {
        return steered(caller, id, steer::cancel);
    }

    /** Refuses with ACTION_UNCONFIRMED as long as nobody knows whether it was sent. */
    @PostMapping("/{id}/retry")
    MessageView retry(Caller caller, @PathVariable MessageId id) {
        return steered(caller, id, steer::retry);
    }

    /** Looks into the conversation for a message that is unconfirmed. */
    @PostMapping("/{id}/look")
    MessageView look(Caller caller, @PathVariable MessageId id) {
        var action = tenancy.in(caller.workspace(), () -> steer.look(caller, id));
        return deliveries.awaitLook(caller, id, action, LOOKING);
    }

    /** Tells what a person has found out about a message that is unconfirmed. */
    @PostMapping("/{id}/decide")
    MessageView decide(Caller caller, @PathVariable MessageId id, @Valid @RequestBody Decision decision) {
        return steered(caller, id, (who, message) -> steer.decide(who, message, decision.sent()));
    }

    private MessageView steered(Caller caller, MessageId id, BiConsumer<Caller, MessageId> move) {
        return tenancy.in(caller.workspace(), () -> {
            move.accept(caller, id);
            return read.one(id);
        });
    }

    /** Null for what is due already. */
    static @Nullable Instant farEnough(@Nullable Instant sendAt, Instant now) {
        if (sendAt == null || !sendAt.isAfter(now)) {
            return null;
        }
        if (sendAt.isAfter(now.plus(FARTHEST))) {
            throw Wrong.refusal("send_at", "must be within a year");
        }
        return sendAt;
    }

    /**
     * @param username of the Instagram account that sends it
     * @param recipient username, with or without @
     * @param content the text; not with {@code imageUrl}
     * @param imageUrl where Instagram fetches a picture, where the driver can send one
     * @param waitS how long the answer may wait for the outcome
     * @param sendAt when it is to be sent at the earliest; the answer does not wait then
     */
    record Order(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 100) String recipient,
            @Nullable @Size(max = LONGEST_TEXT) String content,
            @Nullable @Size(max = LONGEST_ADDRESS) String imageUrl,
            @Nullable @Min(0) @Max(LONGEST_WAIT) Integer waitS,
            @Nullable Instant sendAt) {

        Wish wish(Instant now) {
            return Wish.now(TypedRecipient.parse(recipient), writing()).at(farEnough(sendAt, now));
        }

        private Writing writing() {
            if (imageUrl == null) {
                return Writing.of(Objects.requireNonNullElse(content, ""));
            }
            if (content != null) {
                throw Wrong.refusal("content", "must be left out where there is an image_url");
            }
            return new Writing("", address(imageUrl));
        }

        private static URI address(String typed) {
            try {
                var address = URI.create(typed);
                if ("https".equals(address.getScheme()) && address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException none) {
                // told below
            }
            throw Wrong.refusal("image_url", "must be an address that begins with https://");
        }

        Duration patience() {
            return Duration.ofSeconds(waitS == null ? USUAL_WAIT : waitS);
        }
    }

    /** @param password the Instagram account's; the rest is as in an order */
    record OrderWithAuth(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 500) String password,
            @NotBlank @Size(max = 100) String recipient,
            @Nullable @Size(max = LONGEST_TEXT) String content,
            @Nullable @Size(max = LONGEST_ADDRESS) String imageUrl,
            @Nullable @Min(0) @Max(LONGEST_WAIT) Integer waitS,
            @Nullable Instant sendAt) {

        Order order() {
            return new Order(username, recipient, content, imageUrl, waitS, sendAt);
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "OrderWithAuth[username=" + username + "]";
        }
    }

    record Check(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 100) String recipient) {}

    /** What is null stays. */
    record Change(
            @Nullable @Size(min = 1, max = LONGEST_TEXT) String content,
            @Nullable Instant sendAt) {}

    record Decision(@NotNull Boolean sent) {}
}
