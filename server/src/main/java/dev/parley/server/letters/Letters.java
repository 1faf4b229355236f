package dev.parley.server.letters;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.mail.Mail;
import dev.parley.server.web.PublicAddress;
import dev.parley.server.web.Words;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are told by mail. Addresses in it come from the settings, never from a request. */
@Component
public class Letters {

    private final PublicAddress address;

    Letters(PublicAddress address) {
        this.address = address;
    }

    /** @param link works that long */
    public record Link(URI address, Duration lifetime) {

        @Override
        public String toString() {
            return "Link[lifetime=" + lifetime + "]";
        }
    }

    public Mail reset(String to, Link link) {
        return withLink(
                to, "Choose another password", """
                Somebody asked to choose another password for your account at Parley. If that was you, open this within %s:

                %s

                If it was not you, do nothing: your password stays as it is.
                """.formatted(Words.duration(link.lifetime()), link.address()), link);
    }

    public Mail verify(Reader reader, Link link) {
        return withLink(
                reader.address(),
                "Confirm your address",
                """
                This address was given for the account %s at Parley. If that is you, open this within %s:

                %s

                If it is not, do nothing.
                """.formatted(reader.username(), Words.duration(link.lifetime()), link.address()),
                link);
    }

    /** To somebody who may have no account here: whether they have, is not looked up. */
    public Mail invitation(String to, Invitation invitation, Link link) {
        return withLink(
                to,
                "You are invited to a workspace",
                """
                %s invites you to the workspace "%s" at Parley, as its %s. If you want to join, open this within %s:

                %s

                You sign in with the account that you have at Parley; an administrator adds people who have none. If you do not know who
                that is, do nothing.
                """.formatted(
                                invitation.by(),
                                invitation.workspace(),
                                invitation.role(),
                                Words.duration(link.lifetime()),
                                link.address()),
                link);
    }

    /** @param by the username of whoever invites */
    public record Invitation(String by, String workspace, String role) {}

    public Mail passwordChanged(Reader reader) {
        return notice(reader, "Your password was changed", """
                The password of your account %s at Parley was changed just now, and everybody who was signed in with the old one is out.
                """.formatted(reader.username()));
    }

    public Mail emailAsked(Reader reader, String wanted) {
        return notice(reader, "Your address is about to change", """
                Somebody who knows the password of your account %s at Parley asked for its mail to go to %s instead. It will, as soon as
                the link that was sent there is opened.
                """.formatted(reader.username(), wanted));
    }

    /** To the former address and to the new one. */
    public Mail emailChanged(Reader reader, String former, String email) {
        return notice(reader, "Your address was changed", """
                Mail of the account %s at Parley goes to %s from now on. Before, it went to %s.
                """.formatted(reader.username(), email, former));
    }

    public Mail authenticatorSetUp(Reader reader) {
        return notice(reader, "An authenticator app was set up", """
                Signing in to your account %s at Parley takes a code of an authenticator app from now on.
                """.formatted(reader.username()));
    }

    public Mail authenticatorRemoved(Reader reader) {
        return notice(reader, "Your authenticator app was removed", """
                Codes of the authenticator app are no longer asked for at your account %s at Parley.
                """.formatted(reader.username()));
    }

    public Mail passkeyAdded(Reader reader) {
        return notice(reader, "A passkey was added", """
                Somebody can sign in to your account %s at Parley with a passkey that was added just now, and without the password.
                """.formatted(reader.username()));
    }

    public Mail passkeyRemoved(Reader reader) {
        return notice(reader, "A passkey was removed", """
                One of the passkeys of your account %s at Parley was removed just now, and lets nobody in any more.
                """.formatted(reader.username()));
    }

    public Mail recoveryCodesRenewed(Reader reader) {
        return notice(reader, "You have new recovery codes", """
                New recovery codes were made for your account %s at Parley. Those that you had open nothing any more.
                """.formatted(reader.username()));
    }

    public Mail tokenMade(Reader reader) {
        return notice(reader, "An API token was made", """
                With an API token that was made just now, a program can act in the name of your account %s at Parley. You see what your
                tokens are for, and end them, at %s.
                """.formatted(reader.username(), address.of("/profile/access")));
    }

    public Mail newBrowser(Reader reader, String browser, String from) {
        return notice(reader, "You signed in with a new browser", """
                Somebody signed in to your account %s at Parley with a browser that it does not know: %s, from the address %s.
                """.formatted(reader.username(), browser, from));
    }

    public Mail factorsRemoved(Reader reader) {
        return byAdministrator(reader, "Your second factors were removed", """
                An administrator removed the authenticator app, the passkeys and the recovery codes of your account %s at Parley. The
                password alone lets you in until you set up others.
                """.formatted(reader.username()));
    }

    public Mail disabled(Reader reader) {
        return byAdministrator(reader, "Your account was disabled", """
                An administrator disabled your account %s at Parley. Nobody can sign in to it, and nothing of it is lost.
                """.formatted(reader.username()));
    }

    public Mail letInAgain(Reader reader) {
        return byAdministrator(reader, "You can sign in again", """
                An administrator enabled your account %s at Parley again. You sign in as before.
                """.formatted(reader.username()));
    }

    public Mail roleChanged(Reader reader, String role) {
        return byAdministrator(reader, "Your role was changed", """
                An administrator changed the role of your account %s at Parley: it is %s now.
                """.formatted(reader.username(), role));
    }

    /** To somebody who belongs to the workspace, by one of its rules. */
    public Mail alert(Reader reader, Alert alert) {
        var code = alert.code();
        return Mail.notice(reader.address(), alert.headline(), """
                %s.
                %s%s
                See more: %s

                You, %s, are told of this by the rule "%s"; the rules are at %s.
                """.formatted(
                        alert.headline(),
                        code == null
                                ? ""
                                : "\n%s %s (%s)\n".formatted(code.description(), code.recommendedAction(), code.code()),
                        alert.repeats() == 0
                                ? ""
                                : "\nThe same has happened %s since you were told before.\n"
                                        .formatted(Words.count(alert.repeats(), "more time")),
                        address.of(alert.path()),
                        reader.username(),
                        alert.rule(),
                        address.of("/alerts")));
    }

    /**
     * Something that has happened in a workspace.
     *
     * @param account whose it is, if any
     * @param repeats how often it has happened since it was told before
     * @param path of the page that tells more
     * @param rule by which it is told
     */
    public record Alert(
            String what, @Nullable String account, @Nullable ErrorCode code, int repeats, String path, String rule) {

        String headline() {
            return account == null ? what : what + ": @" + account;
        }
    }

    private static Mail withLink(String to, String subject, String text, Link link) {
        return new Mail(to, subject, text, link.lifetime());
    }

    private Mail notice(Reader reader, String subject, String what) {
        return Mail.notice(reader.address(), subject, """
                %s
                If it was not you, choose another password now, and tell an administrator:

                %s
                """.formatted(what, address.of("/forgot-password")));
    }

    private static Mail byAdministrator(Reader reader, String subject, String what) {
        return Mail.notice(reader.address(), subject, """
                %s
                If you do not know why, ask an administrator.
                """.formatted(what));
    }
}
