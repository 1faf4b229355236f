package dev.parley.instagram.browser.chromium;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The states that a tab has had, by their digests, so that a stored session is recognised as one of its own. Thread-safe. */
final class Lineage {

    private static final int MOST = 64;

    private final SequencedSet<String> digests = new LinkedHashSet<>();
    private String latest;

    Lineage(String first) {
        latest = first;
        digests.add(digest(first));
    }

    synchronized String latest() {
        return latest;
    }

    synchronized boolean has(String state) {
        return digests.contains(digest(state));
    }

    synchronized String grow(String state) {
        latest = state;
        digests.addLast(digest(state));
        if (digests.size() > MOST) {
            digests.removeFirst();
        }
        return state;
    }

    synchronized void restart(String state) {
        digests.clear();
        grow(state);
    }

    private static String digest(String state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
