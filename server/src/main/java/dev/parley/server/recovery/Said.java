package dev.parley.server.recovery;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** A page that says how something went, and where to go on. */
final class Said {

    private Said() {}

    static ModelAndView page(String title, String text, String next, String label) {
        return new ModelAndView("recovery/said", Map.of("title", title, "text", text, "next", next, "label", label));
    }
}
