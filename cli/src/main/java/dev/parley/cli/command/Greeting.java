package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.InstagramMode;
import dev.parley.cli.instance.SandboxProcess;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.cli.process.RunRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a person is told when an instance is ready. */
final class Greeting {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private Greeting() {}

    static List<String> of(DataFolder folder, Duration took, String howToStop) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Parley is ready: %s".formatted(address(folder, ServerProcess.nameOf("1"))));
        lines.addAll(furtherNodes(folder));
        lines.add("");
        folder.adminPassword()
                .ifPresent(password -> lines.addAll(List.of(
                        "  sign in as  admin",
                        "  password    %s  (to be changed at the first sign-in; also in %s)"
                                .formatted(password, folder.root().resolve("admin-password")))));
        lines.addAll(instagram(folder));
        lines.add("  data        " + folder.root());
        lines.add("  to stop     " + howToStop);
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Started in %.1f s.", took.toMillis() / MILLIS_PER_SECOND));
        return lines;
    }

    private static List<String> furtherNodes(DataFolder folder) {
        return IntStream.iterate(2, node -> node + 1)
                .mapToObj(node -> ServerProcess.nameOf(Integer.toString(node)))
                .takeWhile(name -> folder.running(name).isPresent())
                .map(name -> "  and %s at %s".formatted(name, address(folder, name)))
                .toList();
    }

    private static List<String> instagram(DataFolder folder) {
        if (folder.mode().orElse(InstagramMode.SANDBOX) == InstagramMode.LIVE) {
            return List.of("  Instagram   the real one");
        }
        return List.of(
                "  Instagram   a fake one, at " + address(folder, SandboxProcess.NAME),
                "              accounts to connect, each with the password sandbox-pass:",
                "              alma.plain       no second factor",
                "              tomas.totp       authenticator app, secret JBSWY3DPEHPK3PXP",
                "              chloe.challenge  a code by e-mail: see the fake Instagram's page",
                "              sami.sms         a code by SMS: see the fake Instagram's page");
    }

    static String address(DataFolder folder, String process) {
        return folder.running(process)
                .flatMap(RunRecord::port)
                .map(port -> "http://localhost:" + port)
                .orElse("nowhere");
    }
}
