package dev.parley.server.identity;

import dev.parley.server.guard.From;
import dev.parley.server.guard.KnownDevices;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Knows people's browsers again, and tells of a new one. */
@Component
class RememberBrowser {

    private final KnownDevices devices;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    RememberBrowser(KnownDevices devices, Tenancy tenancy, ApplicationEventPublisher events) {
        this.devices = devices;
        this.tenancy = tenancy;
        this.events = events;
    }

    void of(Person person, HttpServletRequest request, HttpServletResponse response) {
        var isNew = devices.device(person.id(), From.of(request)) == null;
        devices.remember(person.id(), request, response);
        // With the first password any browser is the first.
        if (isNew && !person.mustChangePassword()) {
            tenancy.unbound(() -> {
                events.publishEvent(new NewBrowser(person, Device.of(request)));
                return true;
            });
        }
    }
}
