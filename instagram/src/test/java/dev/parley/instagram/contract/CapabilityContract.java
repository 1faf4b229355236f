package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A suite that every driver with one capability has to pass. A driver's test runs it in a nested class:
 *
 * <pre>{@code
 * class MobileDriverTest {
 *     @Nested
 *     class Follows extends FollowContract {
 *         Follows() {
 *             super(new MobileKit());
 *         }
 *     }
 * }
 * }</pre>
 */
@ExtendWith({SandboxExtension.class, ContractRecord.class})
public abstract class CapabilityContract {

    /** The account in whose name most is done. */
    protected static final String ALMA = "alma.plain";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DriverKit kit;
    private final Capability capability;
    private final List<Driver> opened = new ArrayList<>();
    private @Nullable SandboxServer server;
    private @Nullable String driverName;

    protected CapabilityContract(DriverKit kit, Capability capability) {
        this.kit = kit;
        this.capability = capability;
    }

    @BeforeEach
    void meet(SandboxServer sandbox, TestInfo test) {
        server = sandbox;
        Driver driver = driver();
        driverName = driver.name();
        assumeTrue(
                driver.capabilities().contains(capability), () -> kit.missing().getOrDefault(capability, ""));
        test.getTestMethod().map(Method::getName).flatMap(kit::skips).ifPresent(reason -> assumeTrue(false, reason));
    }

    @AfterEach
    void closeDrivers() {
        opened.forEach(Driver::close);
    }

    /** Empty before the test has begun. */
    Optional<String> driverName() {
        return Optional.ofNullable(driverName);
    }

    /** Where the suite's results stand in the {@link ContractTable}. */
    String row() {
        return capability.name();
    }

    protected SandboxServer sandbox() {
        return Objects.requireNonNull(server, "before the test has begun");
    }

    protected DriverKit kit() {
        return kit;
    }

    protected World world() {
        return new World(sandbox(), kit);
    }

    protected Driver driver() {
        return driver(PATIENCE);
    }

    protected Driver driver(Duration deadline) {
        Driver driver = kit.driver(sandbox(), deadline);
        opened.add(driver);
        return driver;
    }

    protected Instagram open(String account) {
        return open(driver(), account);
    }

    protected Instagram open(Driver driver, String account) {
        return driver.open(kit.session(driver, sandbox(), account));
    }

    protected static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    protected static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    /** All pages of a list, one after the other. */
    protected static <T> Stream<T> all(Function<@Nullable String, Outcome<Page<T>>> list) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = done(list.apply(cursor));
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items.stream();
    }
}
