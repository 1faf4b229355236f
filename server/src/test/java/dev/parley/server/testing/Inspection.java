package dev.parley.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Looks at pages for what keeps people from using them, in light and dark, wide and narrow. Of {@link TestingBrowser#pageToInspect}. */
public final class Inspection {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int HEIGHT = 900;

    private static final String AXE = axe();

    private static final String BREACHES = """
            async () => {
                document.getAnimations().forEach(transition => transition.finish());
                const found = await axe.run(document, {resultTypes: ['violations']});
                return found.violations.flatMap(rule => rule.nodes.map(
                    node => rule.id + ': ' + node.html + ' ' + node.failureSummary));
            }
            """;

    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                    && !part.closest('.visually-hidden, .visually-hidden-focusable'))
                .map(part => part.outerHTML.slice(0, 200))
            """;

    private Inspection() {}

    /** The page is left wide and light. */
    public static void passes(Page page, String path) {
        page.navigate(path);
        page.evaluate(AXE);
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            page.waitForFunction(
                    "theme => document.documentElement.dataset.bsTheme === theme",
                    scheme.name().toLowerCase(Locale.ROOT));
            assertThat(page.evaluate(BREACHES)).as("%s, %s", path, scheme).isEqualTo(List.of());
        }
        page.setViewportSize(NARROW, HEIGHT);
        assertThat(page.evaluate(TOO_WIDE)).as("%s, narrow", path).isEqualTo(List.of());
        page.setViewportSize(WIDE, HEIGHT);
    }

    private static String axe() {
        try (var script = Inspection.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
