package dev.parley.server.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may write to somebody, as far as that can be known before.
 *
 * @param error why not; missing if it may
 * @param until when the time for writing ends; null where it does not
 * @param wroteToUs whether they have ever written to the account
 * @param writtenTo whether the account has ever written to them
 * @param firstContact whether neither has: such messages have a low limit of their own
 * @param firstContactsLeft how many first contacts the account may still make today
 * @param longestText how long a text may be, in {@code unit}
 * @param unit {@code characters} or {@code bytes}
 */
public record MayWrite(
        String recipient,
        boolean allowed,
        @JsonInclude(JsonInclude.Include.NON_NULL) MessageView.@Nullable Why error,
        @Nullable Instant until,
        boolean wroteToUs,
        boolean writtenTo,
        boolean firstContact,
        int firstContactsLeft,
        int longestText,
        String unit) {}
