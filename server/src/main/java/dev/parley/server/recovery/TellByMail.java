package dev.parley.server.recovery;

import dev.parley.server.access.AccessWords;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.ChangePassword;
import dev.parley.server.identity.EmailChanged;
import dev.parley.server.identity.NewBrowser;
import dev.parley.server.identity.People;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.PersonAdded;
import dev.parley.server.identity.PersonChanged;
import dev.parley.server.letters.Letters;
import dev.parley.server.letters.Reader;
import dev.parley.server.mail.Mail;
import dev.parley.server.mail.Outbox;
import dev.parley.server.web.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people of what changes how they get in, in the transaction that changes it. */
@Component
class TellByMail {

    private final People people;
    private final ChangeEmail changeEmail;
    private final Letters letters;
    private final Outbox outbox;

    TellByMail(People people, ChangeEmail changeEmail, Letters letters, Outbox outbox) {
        this.people = people;
        this.changeEmail = changeEmail;
        this.letters = letters;
        this.outbox = outbox;
    }

    @EventListener
    void tell(AccessTried tried) {
        if (outbox.isOpen() && tried.refused() == null) {
            people.find(tried.user())
                    .flatMap(person -> letter(tried, reader(person)))
                    .ifPresent(outbox::put);
        }
    }

    /** Of what is done every day nobody is told. */
    private Optional<Mail> letter(AccessTried done, Reader reader) {
        return Optional.ofNullable(
                switch (done.action()) {
                    case ChangePassword.ACTION -> letters.passwordChanged(reader);
                    case "set-up-authenticator" -> letters.authenticatorSetUp(reader);
                    case "remove-authenticator" -> letters.authenticatorRemoved(reader);
                    case "add-passkey" -> letters.passkeyAdded(reader);
                    case "remove-passkey" -> letters.passkeyRemoved(reader);
                    case "renew-recovery-codes" -> letters.recoveryCodesRenewed(reader);
                    case "make-token" -> letters.tokenMade(reader);
                    case "remove-factors" -> letters.factorsRemoved(reader);
                    default -> null;
                });
    }

    @EventListener
    void tell(NewBrowser browser) {
        if (outbox.isOpen()) {
            var device = browser.device();
            outbox.put(letters.newBrowser(reader(browser.person()), AccessWords.agent(device), device.address()));
        }
    }

    @EventListener
    void tell(PersonChanged changed) {
        if (!outbox.isOpen()) {
            return;
        }
        var before = changed.before();
        var after = changed.after();
        if (before.isDisabled() != after.isDisabled()) {
            outbox.put(after.isDisabled() ? letters.disabled(reader(after)) : letters.letInAgain(reader(after)));
        }
        if (before.role() != after.role()) {
            outbox.put(
                    letters.roleChanged(reader(after), Words.plain(after.role().stored())));
        }
    }

    /** The old address too: whoever lost the account reads it there. */
    @EventListener
    void tell(EmailChanged changed) {
        if (!outbox.isOpen()) {
            return;
        }
        for (var address : List.of(changed.former(), changed.email())) {
            var reader = new Reader(changed.username(), address);
            outbox.put(letters.emailChanged(reader, changed.former(), changed.email()));
        }
        if (!changed.proven()) {
            people.find(changed.user()).ifPresent(this::askToConfirm);
        }
    }

    @EventListener
    void greet(PersonAdded added) {
        if (outbox.isOpen()) {
            people.find(added.user()).ifPresent(this::askToConfirm);
        }
    }

    private void askToConfirm(Person person) {
        changeEmail.askToConfirm(person, person.email());
    }

    private static Reader reader(Person person) {
        return new Reader(person.username(), person.email());
    }
}
