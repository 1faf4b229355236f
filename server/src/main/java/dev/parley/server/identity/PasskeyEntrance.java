package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lets in whoever has shown a passkey. */
@Component
public class PasskeyEntrance {

    private final People people;
    private final Entrance entrance;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    PasskeyEntrance(People people, Entrance entrance, Tenancy tenancy, ApplicationEventPublisher events) {
        this.people = people;
        this.entrance = entrance;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** @param afterPassword whether it was the second step */
    public ModelAndView enter(
            UserId user, boolean afterPassword, String next, HttpServletRequest request, HttpServletResponse response) {
        var person = people.get(user);
        if (person.isDisabled()) {
            throw new BotException(ErrorCode.PASSKEY_REFUSED, ErrorCode.PASSKEY_REFUSED.description());
        }
        return afterPassword
                ? entrance.endSecondStep(person, next, request, response)
                : entrance.enter(person, next, request, response);
    }

    /** The way in, once more, with why not. */
    public ModelAndView refused(BotException refused, String next) {
        tenancy.unbound(() -> {
            events.publishEvent(new StrangerTried(refused.code()));
            return true;
        });
        return SignInPages.page("", next, refused.code());
    }
}
