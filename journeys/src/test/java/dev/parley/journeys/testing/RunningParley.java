package dev.parley.journeys.testing;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.Folders;
import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.instance.LocalDatabase;
import dev.parley.cli.instance.Progress;
import dev.parley.cli.instance.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * A whole instance for one test class: a database, a sandbox and a server, each a process of its own, in a folder that is deleted
 * afterwards. Where a test failed, the logs are kept in {@code journeys/target/logs}. As a static {@code @RegisterExtension}.
 */
public final class RunningParley implements BeforeAllCallback, TestWatcher, AfterAllCallback {

    private static final String ADMINISTRATOR = "admin";

    private final Map<String, String> environment;
    private @Nullable Path folder;
    private @Nullable Instance instance;
    private @Nullable ServerProcess entrance;
    private @Nullable Person administrator;
    private boolean failed;

    private RunningParley(Map<String, String> environment) {
        this.environment = environment;
    }

    public static RunningParley asDelivered() {
        return with(Map.of());
    }

    /**
     * Configured otherwise.
     *
     * @param environment for every server process
     */
    public static RunningParley with(Map<String, String> environment) {
        return new RunningParley(environment);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var fresh = freshFolder();
        folder = fresh;
        var settings = InstanceSettings.onFreePorts(fresh).withEnvironment(environment);
        instance = Instance.start(settings, Progress.SILENT);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("parley-journey");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failed = true;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (instance != null) {
            instance.close();
        }
        if (folder == null) {
            return;
        }
        if (failed || context.getExecutionException().isPresent()) {
            keepLogs(new DataFolder(folder), KeptLogs.of(context.getRequiredTestClass()));
        }
        Folders.delete(folder);
    }

    private static void keepLogs(DataFolder data, KeptLogs kept) throws IOException {
        if (Files.isDirectory(data.logs())) {
            kept.keep(data.logs());
            System.out.println("The logs of the failed tests are in " + kept.folder());
        }
    }

    public Instance instance() {
        if (instance == null) {
            throw new IllegalStateException("not started");
        }
        return instance;
    }

    /** From now on, in the place of the first node. */
    public void enterBy(ServerProcess node) {
        entrance = node;
        administrator = administrator == null ? null : administrator.at(node.address());
    }

    /** Nobody in particular, at the first node unless said otherwise. */
    public Api stranger() {
        return Api.of(entrance == null ? instance().address() : entrance.address());
    }

    public ServerProcess server() {
        return instance().server();
    }

    public LocalDatabase database() {
        return instance().database().orElseThrow();
    }

    public Tables tables() {
        return new Tables(database().address());
    }

    public Truth truth() {
        return Truth.of(instance().sandbox().orElseThrow().address());
    }

    /** The first administrator, past the change of the generated password. */
    public Person administrator() {
        if (administrator == null) {
            var first = instance().folder().adminPassword().orElseThrow();
            administrator = Person.signIn(stranger(), ADMINISTRATOR, first).pastTheFirstPassword();
        }
        return administrator;
    }

    /** The first administrator, who has chosen a password elsewhere. */
    public Person administrator(String chosen) {
        return Person.signIn(stranger(), ADMINISTRATOR, chosen);
    }

    /** A new person with the role {@code user}, signed in and past the change of the temporary password. */
    public Person newPerson(String username) {
        var temporary = administrator().adds(username).text("temporary_password");
        return Person.signIn(stranger(), username, temporary).pastTheFirstPassword();
    }
}
