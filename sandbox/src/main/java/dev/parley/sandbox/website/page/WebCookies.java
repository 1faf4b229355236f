package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.account.Tokens;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.website.variant.Variant;
import io.helidon.http.HeaderNames;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * The cookies of the real site with their lifetimes. {@code Secure}, and {@code SameSite=None}, which browsers refuse without it, only over
 * TLS; {@code Domain} only when the browser believes to be at instagram.com.
 */
public final class WebCookies {
    static final String MACHINE = "mid";
    static final String DEVICE = "ig_did";
    static final String CSRF = "csrftoken";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Duration ACCOUNT_ID = Duration.ofDays(90);
    private static final String HTTP_ONLY = "; HttpOnly";
    private static final int CSRF_LENGTH = 32;
    private static final int MACHINE_LENGTH = 28;
    private static final int DATR_LENGTH = 24;
    private static final String GONE = "\"\"; Path=/; Max-Age=-1; Expires=Thu, 01-Jan-1970 00:00:00 GMT";

    private WebCookies() {}

    /** What the first page brings, as far as the browser lacks it; with a session, what goes on being renewed. */
    static Answer keep(Answer answer, Visit visit) {
        Answer known = introduced(answer, visit);
        if (visit.session().isPresent() && !setsSession(answer)) {
            return renewed(known, visit.session().get(), visit);
        }
        boolean deletes = visit.hasSessionCookie()
                && visit.session().isEmpty()
                && visit.look().has(Variant.REVOKED_COOKIE_DELETED);
        return deletes && !setsSession(answer) ? without("sessionid", known, visit) : known;
    }

    /** A new session: the csrf token changes with it. */
    public static Answer signedIn(Answer answer, Session session, Visit visit) {
        Answer with = set(answer, "sessionid", session.sessionId(), age(YEAR) + HTTP_ONLY, visit);
        with = set(with, "ps_l", "1", age(LONGEST), visit);
        with = set(with, "ps_n", "1", age(LONGEST), visit);
        return renewed(with, session, visit);
    }

    /** As a sign-out leaves it: the browser goes on being known. */
    public static Answer signedOut(Answer answer, Visit visit) {
        return without("rur", without("sessionid", answer, visit), visit);
    }

    /** A value that lives as long as the browser is open. */
    public static Answer pending(Answer answer, String name, String value, Visit visit) {
        return set(answer, name, value, HTTP_ONLY, visit);
    }

    public static Answer without(String name, Answer answer, Visit visit) {
        return answer.with(HeaderNames.SET_COOKIE, name + "=" + GONE + domain(visit));
    }

    private static Answer introduced(Answer answer, Visit visit) {
        Answer with = answer;
        if (visit.cookie(CSRF).isEmpty() && !sets(answer, CSRF)) {
            with = set(with, CSRF, Tokens.random(CSRF_LENGTH), age(LONGEST), visit);
        }
        if (visit.cookie(MACHINE).isEmpty()) {
            with = set(with, MACHINE, Tokens.random(MACHINE_LENGTH), age(LONGEST), visit);
        }
        if (visit.cookie(DEVICE).isEmpty()) {
            String device = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            with = set(with, DEVICE, device, age(YEAR) + HTTP_ONLY, visit);
        }
        if (visit.cookie("datr").isEmpty()) {
            with = set(with, "datr", Tokens.random(DATR_LENGTH), age(LONGEST) + HTTP_ONLY + anySite(visit), visit);
        }
        return with;
    }

    private static Answer renewed(Answer answer, Session session, Visit visit) {
        Answer with = set(answer, CSRF, session.csrfToken(), age(LONGEST), visit);
        String id = Long.toString(session.account().id());
        with = set(with, "ds_user_id", id, age(ACCOUNT_ID) + anySite(visit), visit);
        return set(with, "rur", rur(session, visit), HTTP_ONLY, visit);
    }

    /** The quotes and the octal commas are part of the value. */
    private static String rur(Session session, Visit visit) {
        long untilSeconds = (visit.state().now() + YEAR.toMillis()) / 1_000;
        return "\"RVA\\054%d\\054%d:01f%s\"".formatted(session.account().id(), untilSeconds, session.csrfToken());
    }

    private static Answer set(Answer answer, String name, String value, String attributes, Visit visit) {
        String secure = visit.isSecure() ? "; Secure" : "";
        return answer.with(
                HeaderNames.SET_COOKIE, name + "=" + value + "; Path=/" + attributes + secure + domain(visit));
    }

    private static boolean setsSession(Answer answer) {
        return sets(answer, "sessionid");
    }

    private static boolean sets(Answer answer, String name) {
        return answer.headers().stream().anyMatch(field -> field.value().startsWith(name + "="));
    }

    private static String age(Duration lifetime) {
        return "; Max-Age=" + lifetime.toSeconds();
    }

    private static String anySite(Visit visit) {
        return visit.isSecure() ? "; SameSite=None" : "";
    }

    private static String domain(Visit visit) {
        return visit.isForInstagram() ? "; Domain=.instagram.com" : "";
    }
}
