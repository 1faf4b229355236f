package dev.parley.instagram.browser.finder;

/** What may be looked for with help. Nothing that agrees to something, blocks, removes or signs in is among it. */
public enum Wanted {

    /** The button on somebody's profile. */
    FOLLOW(
            "follow_button",
            "the button that follows the person whose profile this is, none of the people suggested",
            Kind.BUTTON,
            "\\bfollow\\b",
            "\\b(un|don.?t|do not|stop|all|hashtag|remove|report|block|hide|request(ed|s)?|suggest(ed|ions)?)\\b"),

    /** The field of an open conversation. */
    COMPOSER(
            "message_field",
            "the field in which the next message of the open conversation is typed",
            Kind.FIELD,
            "\\b(message|write|reply|type)\\b",
            "\\b(search|find|comment|caption|name|username|email|phone|code|password|note|story)\\b");

    /** What sort of element it is. */
    public enum Kind {
        BUTTON,
        FIELD
    }

    private final String field;
    private final String meaning;
    private final Kind kind;
    private final String words;
    private final String otherWords;

    Wanted(String field, String meaning, Kind kind, String words, String otherWords) {
        this.field = field;
        this.meaning = meaning;
        this.kind = kind;
        this.words = words;
        this.otherWords = otherWords;
    }

    /** Its name in the query and the answer. */
    String field() {
        return field;
    }

    String query() {
        return "{ " + field + "(" + meaning + ") }";
    }

    public Kind kind() {
        return kind;
    }

    /** What its name has to contain: an expression of Java's and JavaScript's, in any case. */
    public String words() {
        return words;
    }

    /** What its name must not contain. */
    public String otherWords() {
        return otherWords;
    }
}
