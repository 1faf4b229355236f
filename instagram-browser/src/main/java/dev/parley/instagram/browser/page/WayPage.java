package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.instagram.VerificationMethod;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where one of the ways to get a checkpoint's code is chosen: the picker of today, and the older page. */
public final class WayPage {

    private static final Map<VerificationMethod, Pattern> LABELS = Map.of(
            VerificationMethod.EMAIL, Pattern.compile("^\\s*e-?mail", Pattern.CASE_INSENSITIVE),
            VerificationMethod.SMS, Pattern.compile("^\\s*(sms|text|phone|whatsapp)", Pattern.CASE_INSENSITIVE));

    private final Page page;

    public WayPage(Page page) {
        this.page = page;
    }

    public static boolean mayBeAt(Address address) {
        return address.under("auth_platform", "challengepicker") || address.under("challenge");
    }

    /** The ways that can be chosen, with what the page says of each; empty if this is no such page. */
    public Map<VerificationMethod, String> ways() {
        Map<VerificationMethod, String> ways = new EnumMap<>(VerificationMethod.class);
        LABELS.forEach((method, label) -> {
            Locator radio = radio(label);
            if (Press.isThere(radio)) {
                ways.put(method, contact(radio));
            }
        });
        return ways;
    }

    private static String contact(Locator radio) {
        Object label = radio.evaluate("radio => (radio.labels[0] || radio.parentElement).innerText");
        return String.valueOf(label)
                .replaceFirst("(?is)^\\s*(e-?mail|sms|text( message)?|phone|whatsapp)\\s*:?\\s*", "")
                .strip();
    }

    private Locator radio(Pattern label) {
        return Press.visible(page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(label).setDisabled(false)));
    }

    /** Chooses a way that is offered, and asks for the code. */
    public void choose(VerificationMethod method) {
        radio(Objects.requireNonNull(LABELS.get(method), "no way of its own")).check();
        Press.on(Press.button(page, "continue|send security code|next|send code"));
    }
}
