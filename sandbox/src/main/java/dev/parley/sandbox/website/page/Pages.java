package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import java.nio.file.Path;

/** Templates become answers. */
public final class Pages {
    private static final int OK = 200;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            Path.of("unused"), ContentType.Html, Pages.class.getClassLoader(), "dev.parley.sandbox.templates");

    private Pages() {}

    public static Answer show(String template, Object page) {
        return show(OK, template, page);
    }

    /** {@code template}: its path below {@code website/}, without the ending. */
    public static Answer show(int status, String template, Object page) {
        var html = new StringOutput();
        TEMPLATES.render("website/" + template + ".jte", page, html);
        return Answer.text(status, "text/html; charset=utf-8", html.toString())
                .with(HeaderNames.create("Content-Security-Policy"), POLICY)
                .with(HeaderNames.CACHE_CONTROL, "private, no-cache, no-store, must-revalidate")
                .with(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    }
}
