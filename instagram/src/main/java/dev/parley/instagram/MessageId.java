package dev.parley.instagram;

/** Instagram's name for a message, at most 300 characters; numbers can exceed 64 bits. */
public record MessageId(String value) {

    private static final int LONGEST = 300;

    public MessageId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("not a message's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
