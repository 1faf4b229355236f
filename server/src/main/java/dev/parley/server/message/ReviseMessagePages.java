package dev.parley.server.message;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changing what a message says, or when it is sent, while it waits. */
@Controller
@RequestMapping(MessagePages.PAGE + "/{id}/revision")
@Needs(Right.RUN)
class ReviseMessagePages {

    private final Tenancy tenancy;
    private final ReadMessages read;
    private final SteerMessage steer;
    private final Accounts accounts;
    private final Drivers drivers;
    private final Clock clock;

    ReviseMessagePages(
            Tenancy tenancy, ReadMessages read, SteerMessage steer, Accounts accounts, Drivers drivers, Clock clock) {
        this.tenancy = tenancy;
        this.read = read;
        this.steer = steer;
        this.accounts = accounts;
        this.drivers = drivers;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(Caller caller, @PathVariable MessageId id) {
        return form(caller, id, null, Wrong.nothing());
    }

    @PostMapping
    ModelAndView revise(Caller caller, @PathVariable MessageId id, TypedMessage typed) {
        try {
            tenancy.run(caller.workspace(), () -> {
                var message = read.one(id);
                steer.change(caller, id, writing(message, typed), sendAt(message, typed));
            });
            return new ModelAndView("redirect:" + MessagePages.PAGE + "/" + id);
        } catch (BotException refused) {
            if (refused.code() == ErrorCode.MESSAGE_NOT_FOUND) {
                throw refused;
            }
            return form(caller, id, typed, new Wrong(refused));
        }
    }

    private static @Nullable Writing writing(MessageView message, TypedMessage typed) {
        return message.isPicture() ? null : Writing.of(Objects.requireNonNullElse(typed.content(), ""));
    }

    /** The form tells minutes only, and a time that is left as it is may have come meanwhile. */
    private @Nullable Instant sendAt(MessageView message, TypedMessage typed) {
        var isAsItWas = Objects.equals(TypedMessage.of(message).moment(), typed.moment());
        return isAsItWas ? message.sendAt() : MessageApi.farEnough(typed.moment(), clock.instant());
    }

    private ModelAndView form(Caller caller, MessageId id, @Nullable TypedMessage typed, Wrong wrong) {
        return tenancy.in(caller.workspace(), () -> {
            var message = read.one(id);
            var rules = drivers.messageRules(accounts.get(message.accountId()));
            return wrong.on(new ModelAndView("message/revision")
                    .addObject("message", message)
                    .addObject("typed", typed == null ? TypedMessage.of(message) : typed)
                    .addObject("longest", rules.longestText()));
        });
    }
}
