package dev.parley.bench.instagram;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does in its own process what it is told by lines: {@code calls <how many> <at once>} answers {@code done <nanoseconds>};
 * {@code clients <how many>} makes so many, has each of them do one call, keeps them, and answers {@code heap <bytes>}.
 */
final class PartyLoop {

    private final ClientMaker maker;
    private final Sessions sessions;
    private final List<Work.Target> targets;
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** A client with an account that is signed in. */
    interface Client {

        /** One call: the kinds take turns. Throws if it does not succeed. */
        void call(int number) throws Exception;
    }

    interface ClientMaker {
        Client of(Work.Session session, List<Work.Target> targets);
    }

    private PartyLoop(ClientMaker maker, Sessions sessions, List<Work.Target> targets) {
        this.maker = maker;
        this.sessions = sessions;
        this.targets = targets;
    }

    static void run(String[] args, ClientMaker maker) throws Exception {
        Path folder = Path.of(args[1]);
        var loop = new PartyLoop(maker, Sessions.read(folder), Work.targets(folder));
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println(
                    words[0].equals("calls")
                            ? "done " + loop.calls(Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                            : "heap " + loop.clients(Integer.parseInt(words[1])));
        }
        System.exit(0);
    }

    private long calls(int count, int atOnce) throws Exception {
        grow(atOnce);
        long began = System.nanoTime();
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < atOnce; i++) {
            Client client = clients.get(i);
            tasks.add(() -> several(client, count / atOnce));
        }
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<Void> each : threads.invokeAll(tasks)) {
                each.get();
            }
        }
        return System.nanoTime() - began;
    }

    private Void several(Client client, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            client.call(next.getAndIncrement());
        }
        return null;
    }

    private long clients(int count) throws Exception {
        int known = clients.size();
        grow(count);
        for (Client client : clients.subList(known, count)) {
            client.call(0);
        }
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void grow(int count) {
        while (clients.size() < count) {
            clients.add(maker.of(sessions.next(), targets));
        }
    }
}
