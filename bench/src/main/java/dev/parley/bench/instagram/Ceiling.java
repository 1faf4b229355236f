package dev.parley.bench.instagram;

import dev.parley.bench.Report;
import dev.parley.cli.instance.Home;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the sandbox itself can do, beside its HTTP server answering a constant of the same size. */
final class Ceiling {

    private static final int CONNECTIONS = 8;
    private static final int EACH = 2_500;
    private static final int ROUNDS = 5;

    private final BenchSandbox sandbox;
    private final Work work;

    Ceiling(BenchSandbox sandbox, Work work) {
        this.sandbox = sandbox;
        this.work = work;
    }

    void report() throws Exception {
        String request = request();
        var ours = new Load(sandbox.address(), request);
        try (OwnProcess constant = OwnProcess.start(List.of(
                Home.find().java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ConstantServer.class.getName(),
                ours.once()))) {
            var peer = new Load(URI.create(constant.await("ready at")), request);
            ours.perSecond(CONNECTIONS, EACH);
            peer.perSecond(CONNECTIONS, EACH);
            Report.title("The sandbox beside the same HTTP server with a constant answer: profiles, %d connections"
                    .formatted(CONNECTIONS));
            compare(ours, peer, constant);
        }
    }

    private void compare(Load ours, Load peer, OwnProcess constant) throws Exception {
        var mine = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        double cpu = -sandbox.process().cpuMicros();
        double constantCpu = -constant.cpuMicros();
        for (int round = 0; round < ROUNDS; round++) {
            mine.add(ours.perSecond(CONNECTIONS, EACH));
            theirs.add(peer.perSecond(CONNECTIONS, EACH));
        }
        double calls = (double) ROUNDS * CONNECTIONS * EACH;
        Report.line(
                "answers per s %.0f; constant %.0f; ratio %.2f",
                Calls.median(mine), Calls.median(theirs), Calls.median(mine) / Calls.median(theirs));
        Report.line(
                "processor per answer %.0f µs; constant %.0f µs",
                (cpu + sandbox.process().cpuMicros()) / calls, (constantCpu + constant.cpuMicros()) / calls);
    }

    private String request() {
        Work.Session session = work.sessions().getFirst();
        String cookies = session.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return String.join(
                "\r\n",
                "GET /api/v1/users/" + work.targets().getFirst().username() + "/usernameinfo/ HTTP/1.1",
                "Host: " + sandbox.address().getAuthority(),
                "User-Agent: Instagram 428.0.0.47.67 Android (34/14; 480dpi; 1344x2992; Google; Pixel 8 Pro; husky; husky; en_US; 961145276)",
                "X-IG-App-ID: 567067343352427",
                "X-IG-Device-ID: " + session.ids().get("uuid"),
                "X-IG-Android-ID: " + session.ids().get("android_device_id"),
                "Authorization: " + session.authorization(),
                "Cookie: " + cookies,
                "",
                "");
    }
}
