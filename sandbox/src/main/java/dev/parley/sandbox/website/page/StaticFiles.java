package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Styles, scripts and icons. No script of a test hits them. */
public final class StaticFiles {
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(css|js|svg)");
    private static final int NOT_FOUND = 404;

    private StaticFiles() {}

    public static void addTo(HttpRules rules) {
        rules.get("/static/sandbox/{name}", StaticFiles::send);
    }

    private static void send(ServerRequest request, ServerResponse response) {
        file(request.path().pathParameters().get("name"))
                .orElseGet(() -> Answer.text(NOT_FOUND, "text/plain; charset=utf-8", "No such file"))
                .send(response);
    }

    private static Optional<Answer> file(String name) {
        Matcher known = NAME.matcher(name);
        String text = known.matches() ? read(name) : null;
        return Optional.ofNullable(text)
                .map(found -> Answer.text(200, type(known.group(1)), found)
                        .with(HeaderNames.CACHE_CONTROL, "public, max-age=600")
                        .with(HeaderNames.create("X-Content-Type-Options"), "nosniff"));
    }

    private static String type(String ending) {
        return switch (ending) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            default -> "image/svg+xml";
        };
    }

    private static @Nullable String read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream("/dev/parley/sandbox/website/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
