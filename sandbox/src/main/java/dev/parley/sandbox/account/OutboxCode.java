package dev.parley.sandbox.account;

import java.time.Instant;

/** A code that was sent to an account's owner. {@code channel} is {@code sms} or {@code email}. */
public record OutboxCode(String code, String channel, Instant at) {}
