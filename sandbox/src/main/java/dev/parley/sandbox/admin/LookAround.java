package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.CurrentState;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The page on which a person sees what is in the sandbox and what happened there. */
public final class LookAround implements HttpService {
    private static final String STYLE = "look-around.css";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final CurrentState current;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            Path.of("unused"), ContentType.Html, LookAround.class.getClassLoader(), "dev.parley.sandbox.templates");

    public LookAround(CurrentState current) {
        this.current = current;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/_sandbox[/]", this::page);
        rules.get(
                "/_sandbox/" + STYLE,
                (request, response) -> Answer.text(200, "text/css", style()).send(response));
    }

    private void page(ServerRequest request, ServerResponse response) {
        var overview = new Overview(
                current.get(),
                request.query().first("tag").orElse("travel"),
                request.query().first("search").orElse(""));
        var html = new StringOutput();
        templates.render("look-around.jte", overview, html);
        Answer.text(200, "text/html; charset=utf-8", html.toString())
                .with(HeaderNames.create("Content-Security-Policy"), POLICY)
                .with(HeaderNames.CACHE_CONTROL, "no-store")
                .with(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .send(response);
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(LookAround.class.getResourceAsStream(STYLE))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
