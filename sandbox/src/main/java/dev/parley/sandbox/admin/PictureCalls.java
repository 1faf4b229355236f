package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture for every number: a plain one whose colours tell numbers apart. */
final class PictureCalls {
    private static final Pattern NAME = Pattern.compile("(\\d{1,19})\\.svg");
    private static final int DEGREES = 360;
    private static final int NOT_FOUND = 404;
    private static final int DIGITS_OF_POSTS = 19;
    /** Neighbouring numbers should not look alike. */
    private static final int SPREAD = 137;

    private PictureCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/pictures/{name}", PictureCalls::picture);
    }

    private static Answer picture(ServerRequest request, SandboxState state) {
        Matcher name = NAME.matcher(request.path().pathParameters().get("name"));
        return name.matches()
                ? Answer.text(200, "image/svg+xml", picture(name.group(1)))
                        .with(HeaderNames.CACHE_CONTROL, "public, max-age=86400, immutable")
                : Answer.problem(NOT_FOUND, "Not found", "Only pictures are here, as <number>.svg");
    }

    /** Posts and stories, whose numbers have 19 digits, show a landscape; people a face. */
    private static String picture(String digits) {
        int hue = Math.floorMod(digits.hashCode() * SPREAD, DEGREES);
        return digits.length() == DIGITS_OF_POSTS ? landscape(hue) : face(hue);
    }

    private static String landscape(int hue) {
        int sun = 2 + hue % 6;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" preserveAspectRatio="xMidYMid slice">\
                <rect width="10" height="10" fill="hsl(%d 55%% 80%%)"/>\
                <circle cx="%d" cy="3" r="1.2" fill="hsl(45 90%% 75%%)"/>\
                <path d="M0 7l3-3 2 2 2-3 3 4v3H0z" fill="hsl(%d 35%% 50%%)"/>\
                <path d="M0 8q3-2 5 0t5-1v3H0z" fill="hsl(%d 45%% 35%%)"/></svg>""".formatted(hue, sun, hue, hue);
    }

    private static String face(int hue) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\
                <rect width="10" height="10" fill="hsl(%d 60%% 45%%)"/>\
                <circle cx="5" cy="4" r="2" fill="hsl(%d 70%% 80%%)"/>\
                <path d="M1 10a4 4 0 0 1 8 0z" fill="hsl(%d 70%% 80%%)"/></svg>""".formatted(hue, hue, hue);
    }
}
