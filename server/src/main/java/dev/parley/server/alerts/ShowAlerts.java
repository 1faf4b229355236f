package dev.parley.server.alerts;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.UserId;
import dev.parley.server.mail.Outbox;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.ListMembers;
import dev.parley.server.workspace.MemberView;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of alerts shows. */
@Component
class ShowAlerts {

    private static final int NEWEST = 20;

    private final Rules rules;
    private final Webhooks webhooks;
    private final Alerts alerts;
    private final ListMembers members;
    private final Outbox outbox;
    private final Tenancy tenancy;

    ShowAlerts(Rules rules, Webhooks webhooks, Alerts alerts, ListMembers members, Outbox outbox, Tenancy tenancy) {
        this.rules = rules;
        this.webhooks = webhooks;
        this.alerts = alerts;
        this.members = members;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** @param url as it stands in the form for one more webhook */
    ModelAndView page(Caller caller, String url, Wrong wrong) {
        var overview = tenancy.in(
                caller.workspace(),
                () -> new AlertOverview(
                        rules.all(), webhooks.all(), alerts.newest(NEWEST), names(caller), outbox.isOpen()));
        return wrong.on(new ModelAndView("alerts/alerts")
                .addObject("overview", overview)
                .addObject("url", url));
    }

    private Map<UserId, String> names(Caller caller) {
        return members.of(caller.workspace()).stream().collect(toMap(MemberView::userId, MemberView::username));
    }
}
