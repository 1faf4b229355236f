package dev.parley.instagram;

/** Instagram's name for a conversation, at most 200 characters; numbers can exceed 64 bits. */
public record ThreadId(String value) {

    private static final int LONGEST = 200;

    public ThreadId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("not a conversation's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
