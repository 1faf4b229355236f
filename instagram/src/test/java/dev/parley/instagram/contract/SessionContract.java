package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Whose session it is, storing it, ending it. */
public abstract class SessionContract extends CapabilityContract {

    private static final int ROUNDS = 10;

    protected SessionContract(DriverKit kit) {
        super(kit, Capability.SESSION);
    }

    @Test
    void says_who_is_signed_in() {
        Instagram instagram = open(ALMA);

        assertThat(done(instagram.currentUser()).username()).isEqualTo(ALMA);
    }

    @Test
    void is_the_same_session_after_being_stored_and_read() {
        Driver driver = driver();
        SessionSnapshot session = kit().session(driver, sandbox(), ALMA);

        SessionSnapshot read = SessionSnapshot.fromBytes(session.toBytes());

        assertThat(read).isEqualTo(session);
        assertThat(read.toBytes()).isEqualTo(session.toBytes());
        assertThat(done(driver.open(read).currentUser()).username()).isEqualTo(ALMA);
        assertThat(session.toString()).doesNotContain(session.state());
    }

    @Test
    void ends_a_session_at_instagram() {
        Driver driver = driver();
        SessionSnapshot session = kit().session(driver, sandbox(), ALMA);

        done(driver.open(session).signOut());

        assertThat(refusal(driver.open(session).currentUser())).isInstanceOf(Refusal.LoginRequired.class);
    }

    @Test
    void serves_two_accounts_at_once_without_mixing_them_up() throws Exception {
        Driver driver = driver();
        Instagram alma = open(driver, ALMA);
        Instagram tomas = open(driver, "tomas.totp");

        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            calls.add(() -> ALMA + " " + done(alma.currentUser()).username());
            calls.add(() -> "tomas.totp " + done(tomas.currentUser()).username());
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isIn(ALMA + " " + ALMA, "tomas.totp tomas.totp");
            }
        }
    }
}
