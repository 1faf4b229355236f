package dev.parley.cli.doctor;

/** What was found about one thing of an instance, and what to do about it. */
public record Finding(Verdict verdict, String about, String text) {

    enum Verdict {
        OK("ok"),
        NOTE("note"),
        TO_DO("to do");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    static Finding ok(String about, String text) {
        return new Finding(Verdict.OK, about, text);
    }

    static Finding note(String about, String text) {
        return new Finding(Verdict.NOTE, about, text);
    }

    static Finding toDo(String about, String text) {
        return new Finding(Verdict.TO_DO, about, text);
    }

    public boolean needsSomebody() {
        return verdict == Verdict.TO_DO;
    }

    public String line() {
        return "%-6s %-12s %s".formatted(verdict.word, about, text);
    }
}
