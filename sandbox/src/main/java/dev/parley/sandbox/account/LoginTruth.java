package dev.parley.sandbox.account;

import java.time.Instant;

/**
 * One attempt to sign in.
 *
 * @param account the username as it was typed
 * @param how {@code password}, {@code two_factor} or {@code challenge}
 * @param device the app's android id
 * @param outcome {@code signed_in}, {@code two_factor_required}, {@code challenge_required}, {@code bad_password}, {@code unknown_user},
 *     {@code wrong_code}, {@code ended}, or the fault that hit it
 */
public record LoginTruth(String account, Instant at, String how, String device, String outcome) {}
