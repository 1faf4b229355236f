package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.webserver.http.ServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture for every number: a plain one whose colours tell numbers apart. */
final class PictureCalls {
    private static final Pattern NAME = Pattern.compile("(\\d{1,19})\\.svg");
    private static final int DEGREES = 360;
    private static final int NOT_FOUND = 404;

    private PictureCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/pictures/{name}", PictureCalls::picture);
    }

    private static Answer picture(ServerRequest request, SandboxState state) {
        Matcher name = NAME.matcher(request.path().pathParameters().get("name"));
        return name.matches()
                ? Answer.text(200, "image/svg+xml", svg(name.group(1).hashCode()))
                : Answer.problem(NOT_FOUND, "Not found", "Only pictures are here, as <number>.svg");
    }

    private static String svg(int number) {
        int hue = Math.floorMod(number, DEGREES);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\
                <rect width="10" height="10" fill="hsl(%d 60%% 45%%)"/>\
                <circle cx="5" cy="4" r="2" fill="hsl(%d 70%% 80%%)"/>\
                <path d="M1 10a4 4 0 0 1 8 0z" fill="hsl(%d 70%% 80%%)"/></svg>""".formatted(hue, hue, hue);
    }
}
