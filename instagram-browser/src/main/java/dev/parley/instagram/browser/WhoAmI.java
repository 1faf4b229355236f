package dev.parley.instagram.browser;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who is signed in, by the two things that only a valid session knows: the form with the account's own data, and the cookie with its number.
 * Fact: the session's cookie alone proves nothing, for it stays when the session is over.
 */
final class WhoAmI {

    private static final String FORM = "/api/v1/accounts/edit/web_form_data/";
    private static final int FORBIDDEN = 403;

    private WhoAmI() {}

    static Profile ask(Errand errand) {
        var calls = new SiteCalls(errand);
        Said said = calls.exchange(FORM, null);
        JsonNode form = said.json() == null ? null : said.json().path("form_data");
        String username = form == null ? "" : form.path("username").asString("");
        PersonId id = number(errand);
        if (!said.agrees() || username.isEmpty()) {
            throw new Stopped(no(said));
        }
        if (id == null) {
            throw new Stopped(new Refusal.BadResponse("The browser does not know whose session it is"));
        }
        return profile(errand, id, username.toLowerCase(Locale.ROOT));
    }

    /** All that is known of the account; that it could not be read does not make the session less valid. */
    private static Profile profile(Errand errand, PersonId id, String username) {
        try {
            return People.profile(errand, username);
        } catch (Stopped stopped) {
            if (stopped.refusal() instanceof Refusal.PersonNeeded || stopped.refusal() instanceof Refusal.SlowDown) {
                throw stopped;
            }
            return new Profile(id, username, "", false, false, false, null, null, null, null);
        }
    }

    /** Fact: this form is refused with 401 or 403 when nobody is signed in; HTML is no answer at all. */
    private static Refusal no(Said said) {
        Refusal refusal = said.agrees() ? new Refusal.BadResponse("The answer names nobody") : Complaints.refusal(said);
        return said.status() == FORBIDDEN && refusal instanceof Refusal.Forbidden forbidden
                ? new Refusal.LoginRequired(forbidden.detail())
                : refusal;
    }

    private static @Nullable PersonId number(Errand errand) {
        String cookie = errand.tab()
                .step(
                        (page, wire) -> page.context().cookies(errand.base()).stream()
                                .filter(each -> each.name.equals("ds_user_id"))
                                .map(each -> each.value)
                                .findFirst()
                                .orElse(""),
                        errand.deadline());
        return Json.person(cookie);
    }
}
