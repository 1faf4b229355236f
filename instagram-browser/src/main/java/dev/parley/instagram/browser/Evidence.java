package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;

/**
 * What the browser saw when a call failed. What was typed, conversations, and what may be a secret in the page's source are blanked.
 *
 * @param username whose call it was
 * @param call its name in the contract
 * @param refusal how it ended
 * @param path where the page was; parts that may be secret are left out. Empty if there was no page to look at, or it did not react
 * @param picture PNG of the visible part of the page, at most 4 MiB; empty if none could be taken
 * @param source the page's elements without scripts and styles, at most 100,000 characters
 */
public record Evidence(String username, String call, Refusal refusal, String path, byte[] picture, String source) {

    static Evidence withoutPage(String username, String call, Refusal refusal) {
        return new Evidence(username, call, refusal, "", new byte[0], "");
    }

    /** Leaves picture and source out. */
    @Override
    public String toString() {
        return "Evidence[username=%s, call=%s, refusal=%s, path=%s]".formatted(username, call, refusal, path);
    }
}
