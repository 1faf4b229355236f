package dev.parley.cli.command;

import dev.parley.cli.doctor.Examination;
import dev.parley.cli.doctor.Finding;
import dev.parley.cli.doctor.InstanceExamination;
import dev.parley.cli.doctor.ParleyApi;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Looks at an instance: machine, data folder, key, processes, database, queue, last backup; says what to do.",
            "With --account it finds out whether Parley still understands Instagram for that account: asks what changes nothing,"
                    + " and writes a report without names or anything that was read, to attach to a bug.",
            "Exit status 1 if there is something to do, or something was not as expected."
        })
final class Doctor implements Callable<Integer> {

    private static final String TOKEN = "PARLEY_TOKEN";

    @Option(names = "--account", paramLabel = "<name>", description = "The account's username.")
    private @Nullable String account;

    @Option(
            names = "--user",
            paramLabel = "<name>",
            description = "Who you are in Parley; the password is asked for. Else the token in PARLEY_TOKEN is used.")
    private @Nullable String user;

    @Option(
            names = "--report",
            paramLabel = "<file>",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("parley-report.txt");

    @Mixin
    private StorageOptions storage = new StorageOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var http = HttpClient.newHttpClient()) {
            return account == null ? examineInstance(http) : examineAccount(http, account);
        }
    }

    private int examineInstance(HttpClient http) {
        var findings = new InstanceExamination(storage.storage(Settings.here()), http).findings();
        findings.forEach(finding -> say(finding.line()));
        return findings.stream().noneMatch(Finding::needsSomebody) ? 0 : 1;
    }

    private int examineAccount(HttpClient http, String username) {
        var api = api(http);
        try {
            return examine(api, username);
        } finally {
            if (user != null) {
                api.signOut();
            }
        }
    }

    private int examine(ParleyApi api, String username) {
        var findings = new Examination(api).of(username, this::say);
        write("Parley's doctor, %s%ndriver %s%n%n%s%n"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        findings.driver(),
                        String.join(System.lineSeparator(), findings.lines())));
        say("The report, without names, is in " + report);
        return findings.allAsExpected() ? 0 : 1;
    }

    private ParleyApi api(HttpClient http) {
        var token = Settings.here().value(TOKEN);
        if (user == null && token.isPresent()) {
            return ParleyApi.withToken(http, address(), token.get());
        }
        var console = System.console();
        if (user == null || console == null || !console.isTerminal()) {
            throw new Problem("doctor needs to know who you are: --user in a terminal, or a token in " + TOKEN);
        }
        return ParleyApi.signIn(http, address(), user, console.readPassword("Password of %s: ", user));
    }

    private URI address() {
        return storage.folder()
                .running(FolderLock.HOLDER)
                .flatMap(RunRecord::port)
                .map(port -> URI.create("http://localhost:" + port))
                .orElseThrow(() -> new Problem("no Parley runs on %s: start it with ./parley up"
                        .formatted(storage.folder().root())));
    }

    private void write(String text) {
        try {
            Files.writeString(report, text);
        } catch (IOException e) {
            throw new Problem("cannot write the report to %s: %s".formatted(report, e.getMessage()), e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
