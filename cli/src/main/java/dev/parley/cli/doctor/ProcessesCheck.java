package dev.parley.cli.doctor;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.RunRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** What runs of an instance, and how each server says that it is. */
final class ProcessesCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FINE = 200;

    private final DataFolder folder;
    private final HttpClient http;

    ProcessesCheck(DataFolder folder, HttpClient http) {
        this.folder = folder;
        this.http = http;
    }

    List<Finding> findings() {
        var running = Leftovers.in(folder.records());
        if (folder.running(FolderLock.HOLDER).isEmpty()) {
            return List.of(
                    running.isEmpty()
                            ? Finding.toDo("processes", "nothing runs: start it with ./parley up")
                            : Finding.toDo("processes", "a run that was killed has left some: ./parley up tidies up"));
        }
        var servers = running.stream()
                .filter(process -> process.ports().containsKey(ServerProcess.MANAGEMENT_PORT))
                .map(this::health)
                .toList();
        return servers.isEmpty()
                ? List.of(Finding.toDo(
                        "processes", "no server is ready yet: see ./parley status and ./parley logs server"))
                : servers;
    }

    private Finding health(RunRecord server) {
        var port = server.ports().get(ServerProcess.MANAGEMENT_PORT);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/health".formatted(port)))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == FINE && answer.body().contains("\"UP\"")
                    ? Finding.ok(server.name(), "UP, since %s".formatted(server.started()))
                    : Finding.toDo(
                            server.name(),
                            "is not well (status %d): see ./parley logs server".formatted(answer.statusCode()));
        } catch (IOException e) {
            return Finding.toDo(
                    server.name(),
                    "does not answer within %d s: see ./parley logs server, then restart"
                            .formatted(PATIENCE.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.toDo(server.name(), "was not asked: interrupted");
        }
    }
}
