package dev.parley.sandbox.official;

import java.util.List;
import java.util.Set;

/**
 * What an owner agreed to, as the browser carries it back: a code that is good for an hour and for one use.
 *
 * @param redirect where the browser was sent; the code has to be asked with the same
 */
public record Grant(
        String code,
        Flavour flavour,
        List<Long> accounts,
        String redirect,
        Set<String> permissions,
        long at,
        boolean used) {

    boolean fits(Flavour asked, String sentTo) {
        return !used && flavour == asked && redirect.equals(sentTo);
    }

    Grant use() {
        return new Grant(code, flavour, accounts, redirect, permissions, at, true);
    }
}
