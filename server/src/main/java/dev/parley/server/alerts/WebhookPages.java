package dev.parley.server.alerts;

import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking after webhooks, and after what became of what they were told. */
@Controller
@RequestMapping(WebhookPages.PAGE)
@Needs(value = Right.RUN, acrossAccounts = true)
class WebhookPages {

    static final String PAGE = AlertPages.PAGE + "/webhooks";

    private static final int ON_A_PAGE = 25;

    private final Tenancy tenancy;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final KeepWebhooks keep;
    private final SendAgain send;
    private final ShowAlerts show;

    WebhookPages(
            Tenancy tenancy,
            Webhooks webhooks,
            Deliveries deliveries,
            KeepWebhooks keep,
            SendAgain send,
            ShowAlerts show) {
        this.tenancy = tenancy;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.keep = keep;
        this.send = send;
        this.show = show;
    }

    @PostMapping
    ModelAndView add(Caller caller, @RequestParam(defaultValue = "") String url) {
        try {
            return secret(keep.add(caller, url));
        } catch (BotException refused) {
            return show.page(caller, url, new Wrong(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(
            Caller caller, @PathVariable WebhookId id, @RequestParam(required = false) @Nullable DeliveryId cursor) {
        return page(caller, id, cursor, null, Wrong.nothing());
    }

    @PostMapping("/{id}/address")
    ModelAndView move(Caller caller, @PathVariable WebhookId id, @RequestParam(defaultValue = "") String url) {
        tenancy.in(caller.workspace(), () -> webhooks.get(id));
        try {
            keep.move(caller, id, url);
            return back(id);
        } catch (BotException refused) {
            return page(caller, id, null, url, new Wrong(refused));
        }
    }

    @PostMapping("/{id}/secret")
    ModelAndView changeSecret(Caller caller, @PathVariable WebhookId id) {
        return secret(keep.changeSecret(caller, id));
    }

    @PostMapping("/{id}/activation")
    ModelAndView enable(Caller caller, @PathVariable WebhookId id) {
        keep.enable(caller, id);
        return back(id);
    }

    @DeleteMapping("/{id}/activation")
    ModelAndView disable(Caller caller, @PathVariable WebhookId id) {
        keep.disable(caller, id);
        return back(id);
    }

    @PostMapping("/{id}/test")
    ModelAndView test(Caller caller, @PathVariable WebhookId id) {
        send.test(caller, id);
        return back(id);
    }

    @PostMapping("/{id}/deliveries/{delivery}/resend")
    ModelAndView resend(Caller caller, @PathVariable WebhookId id, @PathVariable DeliveryId delivery) {
        send.again(caller, id, delivery);
        return back(id);
    }

    /** Asks before it is removed. */
    @GetMapping("/{id}/removal")
    ModelAndView confirm(Caller caller, @PathVariable WebhookId id) {
        return new ModelAndView("alerts/removal")
                .addObject("webhook", tenancy.in(caller.workspace(), () -> webhooks.get(id)));
    }

    @DeleteMapping("/{id}")
    String remove(Caller caller, @PathVariable WebhookId id) {
        keep.remove(caller, id);
        return "redirect:" + AlertPages.PAGE;
    }

    private static ModelAndView back(WebhookId id) {
        return new ModelAndView("redirect:" + PAGE + "/" + id);
    }

    private static ModelAndView secret(KeepWebhooks.Made made) {
        return new ModelAndView("alerts/secret")
                .addObject("webhook", made.webhook())
                .addObject("secret", made.secret().value());
    }

    private ModelAndView page(
            Caller caller, WebhookId id, @Nullable DeliveryId cursor, @Nullable String url, Wrong wrong) {
        return tenancy.in(caller.workspace(), () -> {
            var webhook = webhooks.get(id);
            return wrong.on(new ModelAndView("alerts/webhook")
                    .addObject("webhook", webhook)
                    .addObject("url", url == null ? webhook.url().toString() : url)
                    .addObject("deliveries", deliveries.page(id, cursor, ON_A_PAGE))
                    .addObject("newest", cursor == null));
        });
    }
}
