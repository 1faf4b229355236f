package dev.parley.sandbox.official;

/**
 * Where the official API is seen to behave in two ways, which of them it shows.
 *
 * @param wrapped token and profile answers come as {@code {"data":[…]}}, as the documentation prints them, instead of flat
 * @param flat webhooks carry {@code field} and {@code value} on the entry itself instead of in {@code changes}
 * @param signedBy whose secret signs webhooks
 * @param duplicates how often each webhook is sent again although it was accepted
 * @param reversed webhooks that wait go out newest first
 * @param held webhooks wait until this is false again
 * @param usage percent of the allowed calls that headers tell of; negative counts the real calls
 * @param quotaTotal how much may be published in 24 hours; the documentation says 25, 50 and 100
 * @param localised errors speak Portuguese
 */
public record Manners(
        boolean wrapped,
        boolean flat,
        Flavour signedBy,
        int duplicates,
        boolean reversed,
        boolean held,
        int usage,
        int quotaTotal,
        boolean localised) {
    /** As most working clients know it. */
    public static final Manners DEFAULT = new Manners(false, false, Flavour.INSTAGRAM, 0, false, false, -1, 50, false);

    public Manners wrapping(boolean on) {
        return new Manners(on, flat, signedBy, duplicates, reversed, held, usage, quotaTotal, localised);
    }

    public Manners flattening(boolean on) {
        return new Manners(wrapped, on, signedBy, duplicates, reversed, held, usage, quotaTotal, localised);
    }

    public Manners signing(Flavour by) {
        return new Manners(wrapped, flat, by, duplicates, reversed, held, usage, quotaTotal, localised);
    }

    public Manners duplicating(int times) {
        return new Manners(wrapped, flat, signedBy, times, reversed, held, usage, quotaTotal, localised);
    }

    public Manners reversing(boolean on) {
        return new Manners(wrapped, flat, signedBy, duplicates, on, held, usage, quotaTotal, localised);
    }

    public Manners holding(boolean on) {
        return new Manners(wrapped, flat, signedBy, duplicates, reversed, on, usage, quotaTotal, localised);
    }

    public Manners using(int percent) {
        return new Manners(wrapped, flat, signedBy, duplicates, reversed, held, percent, quotaTotal, localised);
    }

    public Manners allowing(int publications) {
        return new Manners(wrapped, flat, signedBy, duplicates, reversed, held, usage, publications, localised);
    }

    public Manners localising(boolean on) {
        return new Manners(wrapped, flat, signedBy, duplicates, reversed, held, usage, quotaTotal, on);
    }
}
