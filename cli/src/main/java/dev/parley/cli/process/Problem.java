package dev.parley.cli.process;

/** Something that a person has to know or to do, in one sentence: what is wrong, with which thing, and the remedy. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Problem(String sentence) {
        super(sentence);
    }

    public Problem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
