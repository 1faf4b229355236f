package dev.parley.server.letters;

import dev.parley.server.mail.Mail;
import dev.parley.server.web.PublicAddress;
import dev.parley.server.web.Words;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What people are told by mail. Addresses in it come from the settings, never from a request. */
@Component
public class Letters {

    private final PublicAddress address;

    Letters(PublicAddress address) {
        this.address = address;
    }

    public Mail reset(String to, URI link, Duration lifetime) {
        return new Mail(to, "Choose another password", """
                Somebody asked to choose another password for your account at Parley. If that was you, open this within %s:

                %s

                If it was not you, do nothing: your password stays as it is.
                """.formatted(Words.duration(lifetime), link), lifetime);
    }

    public Mail verify(String to, String username, URI link, Duration lifetime) {
        return new Mail(to, "Confirm your address", """
                This address was given for the account %s at Parley. If that is you, open this within %s:

                %s

                If it is not, do nothing.
                """.formatted(username, Words.duration(lifetime), link), lifetime);
    }

    public Mail passwordChanged(String to, String username) {
        return notice(to, "Your password was changed", """
                The password of your account %s at Parley was changed just now, and everybody who was signed in with the old one is out.
                """.formatted(username));
    }

    public Mail emailAsked(String to, String username, String wanted) {
        return notice(to, "Your address is about to change", """
                Somebody who knows the password of your account %s at Parley asked for its mail to go to %s instead. It will, as soon as
                the link that was sent there is opened.
                """.formatted(username, wanted));
    }

    public Mail emailChanged(String to, String username, String former, String email) {
        return notice(to, "Your address was changed", """
                Mail of the account %s at Parley goes to %s from now on. Before, it went to %s.
                """.formatted(username, email, former));
    }

    private Mail notice(String to, String subject, String what) {
        return Mail.notice(to, subject, """
                %s
                If it was not you, choose another password now, and tell an administrator:

                %s
                """.formatted(what, address.of("/forgot-password")));
    }
}
