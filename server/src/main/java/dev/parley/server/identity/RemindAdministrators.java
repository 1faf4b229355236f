package dev.parley.server.identity;

import dev.parley.server.mail.Outbox;
import dev.parley.server.web.Shell;
import dev.parley.server.web.Shell.Reminder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says to administrators on every page what the instance still lacks, until it is done. */
@Configuration(proxyBeanMethods = false)
class RemindAdministrators implements WebMvcConfigurer, HandlerInterceptor {

    private static final Reminder NO_MAIL = new Reminder(
            "This Parley sends no mail: set SMTP_HOST, as docs/configuration.md says.",
            "/admin/people",
            "What that means");
    private static final Reminder NO_FACTOR =
            new Reminder("Your password alone opens everything here.", "/profile/factors", "Set up a second factor");

    private final Outbox outbox;
    private final SecondFactors secondFactors;

    RemindAdministrators(Outbox outbox, SecondFactors secondFactors) {
        this.outbox = outbox;
        this.secondFactors = secondFactors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        SignedIn.ifAny()
                .map(SignedIn::person)
                .filter(person -> person.isAdmin() && !person.mustChangePassword())
                .ifPresent(person -> Shell.remind(request, lacking(person)));
        return true;
    }

    private List<Reminder> lacking(Person person) {
        var lacking = new ArrayList<Reminder>();
        if (secondFactors.of(person.id()).isEmpty()) {
            lacking.add(NO_FACTOR);
        }
        if (!outbox.isOpen()) {
            lacking.add(NO_MAIL);
        }
        return lacking;
    }
}
