package dev.parley.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** For answers that go on for long: whether the token or session that the request came with still counts. */
public final class StillSignedIn {

    private static final String ATTRIBUTE = StillSignedIn.class.getName();

    private StillSignedIn() {}

    public static void put(HttpServletRequest request, BooleanSupplier check) {
        request.setAttribute(ATTRIBUTE, check);
    }

    public static BooleanSupplier of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier check ? check : () -> false;
    }
}
