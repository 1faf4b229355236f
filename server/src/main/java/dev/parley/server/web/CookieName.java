package dev.parley.server.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a cookie is called. Where TLS is on, its name begins so that browsers take it from this host alone, encrypted, and for all of its
 * paths: no neighbour can plant one.
 */
public final class CookieName {

    private static final String OF_THIS_HOST = "__Host-";

    private CookieName() {}

    public static String of(String plain, HttpServletRequest request) {
        return request.isSecure() ? ofThisHost(plain) : plain;
    }

    public static String ofThisHost(String plain) {
        return OF_THIS_HOST + plain;
    }
}
