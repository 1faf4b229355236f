package dev.parley.cli.instance;

import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A running Parley made of real processes, held by this one.
 *
 * <pre>{@code
 * try (var instance = Instance.start(InstanceSettings.onFreePorts(folder), Progress.SILENT)) {
 *     var second = instance.startServer(ServerOptions.node("2"));
 *     instance.server().process().kill();
 *     instance.server().startAgain();
 * }
 * }</pre>
 *
 * Methods are for one thread; only {@link #close()} may come from another one.
 */
public final class Instance implements AutoCloseable {

    private static final String FIRST_NODE = "1";

    private final Home home = Home.find();
    private final InstanceSettings settings;
    private final Progress progress;
    private final List<ServerProcess> servers = Collections.synchronizedList(new ArrayList<>());
    private @Nullable ServerLaunch launch;
    private volatile @Nullable FolderLock lock;
    private volatile @Nullable LocalDatabase database;
    private volatile @Nullable SandboxProcess sandbox;
    private volatile boolean closed;

    private Instance(InstanceSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts database, sandbox and the first server node; returns when all of them are ready.
     *
     * @throws Problem if that fails; nothing is left running then
     */
    public static Instance start(InstanceSettings settings, Progress progress) {
        var instance = prepare(settings, progress);
        instance.start();
        return instance;
    }

    /**
     * Starts database and sandbox alone, for a server that runs somewhere else or is started later.
     *
     * @throws Problem if that fails; nothing is left running then
     */
    public static Instance startWithoutServer(InstanceSettings settings, Progress progress) {
        var instance = prepare(settings, progress);
        try {
            instance.claimFolder();
            instance.startAllButServers();
            return instance;
        } catch (RuntimeException | Error e) {
            instance.close();
            throw e;
        }
    }

    /** An instance to be started with {@link #start()}, so that it can be closed while it starts. */
    public static Instance prepare(InstanceSettings settings, Progress progress) {
        return new Instance(settings, progress);
    }

    /** See {@link #start(InstanceSettings, Progress)}. */
    public void start() {
        try {
            var held = claimFolder();
            startAllButServers();
            progress.step("Starting the server");
            startServer(new ServerOptions(FIRST_NODE, settings.port(), Map.of(), List.of()));
            startFurtherServers();
            held.ready(address().getPort());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void startAllButServers() {
        var application = ServerApp.unpackedIn(home.prepared(settings.folder()), home);
        new StartTraining(home, application, settings.folder(), progress).trainOnce();
        var fake = launchSandbox();
        var databaseUrl = startDatabase();
        if (fake != null) {
            fake.awaitReady();
        }
        launch = ServerLaunch.of(home, application, settings, databaseUrl, sandboxUrl());
    }

    /** At the same time; the first one has prepared the database for them. */
    private void startFurtherServers() {
        if (settings.nodes() > 1) {
            progress.step("Starting %d more".formatted(settings.nodes() - 1));
        }
        var started = IntStream.rangeClosed(2, settings.nodes())
                .mapToObj(node -> launchServer(ServerOptions.node(Integer.toString(node))))
                .toList();
        started.forEach(ServerProcess::awaitReady);
    }

    private FolderLock claimFolder() {
        var folder = settings.folder().create();
        var held = folder.lock();
        lock = held;
        refuseHalfRestored(folder);
        folder.fixMode(settings.mode());
        StartTraining.cleanUp(folder);
        for (var leftover : Leftovers.stop(folder.records())) {
            progress.step("Stopped %s (process %d), left over from a run that was killed"
                    .formatted(leftover.name(), leftover.pid()));
        }
        Ports.demandFree(settings.port(), "--port");
        if (settings.mode() == InstagramMode.SANDBOX) {
            Ports.demandFree(settings.sandboxPort(), "--sandbox-port");
        }
        return held;
    }

    private static void refuseHalfRestored(DataFolder folder) {
        if (Files.exists(folder.restoring())) {
            throw new Problem(
                    "a restore into %s was interrupted: run ./parley restore once more".formatted(folder.root()));
        }
    }

    private @Nullable SandboxProcess launchSandbox() {
        if (settings.mode() == InstagramMode.LIVE) {
            return null;
        }
        progress.step("Starting the sandbox");
        var fake = SandboxProcess.launch(home, settings.folder(), settings.sandboxPort());
        sandbox = fake;
        return fake;
    }

    private String startDatabase() {
        var given = settings.databaseUrl();
        if (given != null) {
            return given;
        }
        progress.step("Starting PostgreSQL");
        var own = LocalDatabase.start(settings.folder(), home, settings.databaseSettings());
        database = own;
        return own.address().url();
    }

    private String sandboxUrl() {
        return sandbox().map(fake -> fake.address().toString()).orElse("");
    }

    /** Starts a further server node on the same database; returns when it is ready. */
    public ServerProcess startServer(ServerOptions options) {
        var server = launchServer(options);
        server.awaitReady();
        return server;
    }

    private ServerProcess launchServer(ServerOptions options) {
        if (launch == null) {
            throw new IllegalStateException("not started");
        }
        var server = new ServerProcess(launch, options);
        servers.add(server);
        return server;
    }

    public DataFolder folder() {
        return settings.folder();
    }

    /** The first server node. */
    public ServerProcess server() {
        return servers.getFirst();
    }

    /** Where people and programs come in. */
    public URI address() {
        return server().address();
    }

    /** Empty if the database was given by its URL. */
    public Optional<LocalDatabase> database() {
        return Optional.ofNullable(database);
    }

    /** Empty in live mode. */
    public Optional<SandboxProcess> sandbox() {
        return Optional.ofNullable(sandbox);
    }

    /**
     * Waits until the instance cannot go on: without its database, its sandbox or its last server. The end of a server while there are
     * others is only told.
     *
     * @return the process whose end it was
     */
    public ChildProcess awaitEnd(Consumer<ChildProcess> toldOf) {
        var serving =
                new ArrayList<>(servers.stream().map(ServerProcess::process).toList());
        while (true) {
            var ended = firstEnd(serving);
            serving.remove(ended);
            if (serving.isEmpty() || !isServer(ended)) {
                return ended;
            }
            if (!closed) {
                RunRecord.delete(settings.folder().records(), ended.name());
                toldOf.accept(ended);
            }
        }
    }

    private ChildProcess firstEnd(List<ChildProcess> serving) {
        var needed = Stream.concat(
                database().map(LocalDatabase::process).stream(), sandbox().map(SandboxProcess::process).stream());
        var ends = Stream.concat(needed, serving.stream())
                .map(ChildProcess::onExit)
                .toArray(CompletableFuture<?>[]::new);
        return (ChildProcess) CompletableFuture.anyOf(ends).join();
    }

    private boolean isServer(ChildProcess process) {
        return servers.stream().anyMatch(server -> server.process().equals(process));
    }

    /** Stops everything in order: the servers, the sandbox, the database. Closing twice is no error. */
    @Override
    public synchronized void close() {
        if (closed || lock == null) {
            return;
        }
        closed = true;
        try (var letGoLast = lock) {
            List.copyOf(servers).parallelStream().forEach(ServerProcess::close);
            sandbox().ifPresent(SandboxProcess::close);
            database().ifPresent(LocalDatabase::close);
            stopWhatWasAboutToStart();
        }
    }

    private void stopWhatWasAboutToStart() {
        StartTraining.cleanUp(settings.folder());
        Leftovers.stop(settings.folder().records());
    }
}
