package dev.parley.instagram;

/** Instagram's name for a comment: decimal digits and underscores, at most 100. */
public record CommentId(String value) {

    public CommentId {
        if (!value.matches("[0-9_]{1,100}")) {
            throw new IllegalArgumentException("not a comment's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
