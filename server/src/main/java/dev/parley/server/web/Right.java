package dev.parley.server.web;

/** What a call needs of whoever makes it. From {@link #READ} on, the role in the workspace that the call acts in gives it. */
public enum Right {
    NOTHING("Whatever is open to strangers"),
    SIGN_IN("What concerns oneself alone"),
    ADMINISTER("Look after the instance: its people, and the limits of all"),
    READ("See everything in the workspace"),
    RUN("Run bots and jobs"),
    CONNECT("Connect and remove accounts"),
    ADJUST("Change the workspace's name, settings and limits"),
    INVITE("Invite operators and viewers"),
    GOVERN(
            "Invite anybody, change members and their roles, read the audit trail, end the warm-up of accounts, delete the workspace");

    private final String words;

    Right(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
