package dev.parley.server.identity;

import dev.parley.server.identity.MailedLinks.Purpose;
import dev.parley.server.mail.Mail;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.PublicAddress;
import org.springframework.stereotype.Component;

/** What people are told by mail. Addresses in it come from the settings, never from a request. */
@Component
class Letters {

    private final PublicAddress address;

    Letters(PublicAddress address) {
        this.address = address;
    }

    Mail reset(String to, RandomSecret secret) {
        return new Mail(
                to,
                "Choose another password",
                """
                Somebody asked to choose another password for your account at Parley. If that was you, open this within 10 minutes:

                %s

                If it was not you, do nothing: your password stays as it is.
                """.formatted(address.of(Purpose.RESET_PASSWORD.path(secret))),
                Purpose.RESET_PASSWORD.lifetime());
    }

    Mail verify(String to, String username, RandomSecret secret) {
        return new Mail(
                to,
                "Confirm your address",
                """
                This address was given for the account %s at Parley. If that is you, open this within 24 hours:

                %s

                If it is not, do nothing.
                """.formatted(username, address.of(Purpose.VERIFY_EMAIL.path(secret))),
                Purpose.VERIFY_EMAIL.lifetime());
    }

    Mail passwordChanged(Person person) {
        return notice(person.email(), "Your password was changed", """
                The password of your account %s at Parley was changed just now, and everybody who was signed in with the old one is out.
                """.formatted(person.username()));
    }

    Mail emailAsked(Person person, String wanted) {
        return notice(person.email(), "Your address is about to change", """
                Somebody who knows the password of your account %s at Parley asked for its mail to go to %s instead. It will, as soon as
                the link that was sent there is opened.
                """.formatted(person.username(), wanted));
    }

    Mail emailChanged(String to, String username, String former, String email) {
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
