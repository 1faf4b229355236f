package dev.parley.server.identity;

import dev.parley.server.core.Installation;
import dev.parley.server.core.StartRefused;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The one who is there at the first start; the password lies in the data folder until it is changed. */
@Component
public class FirstAdministrator implements ApplicationRunner {

    private static final String USERNAME = "admin";
    private static final String EMAIL = "admin@localhost";

    private final People people;
    private final Passwords passwords;
    private final ChangePassword changePassword;
    private final SecondFactors secondFactors;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Path passwordFile;

    FirstAdministrator(
            People people,
            Passwords passwords,
            ChangePassword changePassword,
            SecondFactors secondFactors,
            Tenancy tenancy,
            ApplicationEventPublisher events,
            Clock clock,
            Installation installation) {
        this.people = people;
        this.passwords = passwords;
        this.changePassword = changePassword;
        this.secondFactors = secondFactors;
        this.tenancy = tenancy;
        this.events = events;
        this.clock = clock;
        this.passwordFile = installation.dataDir().resolve("admin-password");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (people.firstAdministrator().isPresent()) {
            return;
        }
        tenancy.unbound(() -> {
            people.lockFirstStart();
            if (people.firstAdministrator().isEmpty()) {
                add();
            }
            return true;
        });
    }

    private void add() {
        var password = PasswordRules.generate();
        var person = new Person(UserId.create(), USERNAME, EMAIL, Role.ADMIN, true, null, clock.instant());
        people.add(person, passwords.encode(password));
        events.publishEvent(new PersonAdded(person.id(), person.username()));
        write(password);
    }

    /** For somebody who has lost the way in but has the machine: a new password, to be changed at once, and no second factor. */
    public String reset() {
        var person = people.firstAdministrator()
                .orElseThrow(() -> new StartRefused("There is no administrator yet: start the server once."));
        var password = PasswordRules.generate();
        changePassword.reset(person, password);
        secondFactors.removeAll(person.id());
        people.change(
                new Person(person.id(), person.username(), person.email(), Role.ADMIN, true, null, person.createdAt()));
        write(password);
        return password;
    }

    private void write(String password) {
        try {
            Files.createDirectories(passwordFile.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(
                    passwordFile.toAbsolutePath().getParent(), "admin-password", ".new", ownerOnly);
            Files.writeString(draft, password + "\n");
            Files.move(draft, passwordFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new StartRefused("The file " + passwordFile + " cannot be written: " + unwritable, unwritable);
        }
    }

    /** What no longer opens anything need not lie about. */
    @EventListener
    void forget(PasswordChanged changed) throws IOException {
        if (Files.exists(passwordFile) && Files.readString(passwordFile).strip().equals(changed.former())) {
            Files.delete(passwordFile);
        }
    }
}
