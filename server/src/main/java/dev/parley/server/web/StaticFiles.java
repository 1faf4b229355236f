package dev.parley.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What is the same for everybody, and costs nothing to give. */
public final class StaticFiles {

    private static final List<String> PLACES = List.of("/webjars/", "/css/", "/js/", "/images/");

    private StaticFiles() {}

    public static boolean isOne(HttpServletRequest request) {
        var path = request.getRequestURI();
        for (var place : PLACES) {
            if (path.startsWith(place)) {
                return true;
            }
        }
        return false;
    }
}
