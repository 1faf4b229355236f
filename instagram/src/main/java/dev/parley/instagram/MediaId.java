package dev.parley.instagram;

/**
 * Instagram's name for a post or story: {@code <number>} or {@code <number>_<owner>}, all decimal digits, at most 64
 * characters. The official API numbers posts differently from the app and the website: use an id only with the driver that gave it.
 */
public record MediaId(String value) {

    private static final int LONGEST = 64;

    public MediaId {
        if (value.length() > LONGEST || !value.matches("[0-9]+(_[0-9]+)?")) {
            throw new IllegalArgumentException("not a post's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
