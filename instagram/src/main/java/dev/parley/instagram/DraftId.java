package dev.parley.instagram;

/** Instagram's name for something that waits to be published: decimal digits, at most 64. */
public record DraftId(String value) {

    public DraftId {
        if (!value.matches("[0-9]{1,64}")) {
            throw new IllegalArgumentException("not a draft's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
