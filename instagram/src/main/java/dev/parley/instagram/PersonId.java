package dev.parley.instagram;

/** Instagram's number for a person: decimal digits, at most 20. Usernames change, this does not. */
public record PersonId(String value) {

    private static final int LONGEST = 20;

    public PersonId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("not a person's number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
