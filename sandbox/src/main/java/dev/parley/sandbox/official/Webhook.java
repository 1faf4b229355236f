package dev.parley.sandbox.official;

/**
 * Something that the app is told.
 *
 * @param field what the app has to have chosen to be told
 * @param entry the entry of the envelope, as JSON
 * @param at when it happened, in epoch milliseconds
 * @param tries how often it was sent so far
 * @param status what the last answer said; zero before the first, negative if there was none
 * @param nextAt when it is sent again, in epoch milliseconds; {@link #NEVER} if it is not
 * @param delivered whether it was accepted
 */
public record Webhook(
        long id,
        long account,
        String field,
        String entry,
        long at,
        int tries,
        int status,
        long nextAt,
        boolean delivered) {
    /** Nothing more is sent. */
    public static final long NEVER = Long.MAX_VALUE;

    static Webhook queued(long id, long account, String field, String entry, long at) {
        return new Webhook(id, account, field, entry, at, 0, 0, at, false);
    }

    Webhook tried(int answered, long next, boolean accepted) {
        return new Webhook(id, account, field, entry, at, tries + 1, answered, next, delivered || accepted);
    }

    /** Whether it still goes out. */
    public boolean pending() {
        return nextAt != NEVER;
    }
}
