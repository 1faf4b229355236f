package dev.parley.bench.instagram;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends messages in its own process as it is told by lines: {@code send <first> <count> <accounts> <at once>} answers
 * {@code done <nanoseconds> <processor>}.
 */
final class MessageLoop {

    private final Sender sender;
    private final Chats chats;

    /** Sends in some way. */
    interface Sender {

        /** Throws if the message is not known to have been sent. */
        void send(Chats.Place to, String text) throws Exception;

        /** Processor time so far. */
        default Processor used() {
            return BrowserProcesses.used();
        }
    }

    private MessageLoop(Sender sender, Chats chats) {
        this.sender = sender;
        this.chats = chats;
    }

    static void run(String[] args, Sender sender) throws Exception {
        var loop = new MessageLoop(sender, Chats.read(Path.of(args[1])));
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            int[] numbers = Arrays.stream(line.split(" ", -1))
                    .skip(1)
                    .mapToInt(Integer::parseInt)
                    .toArray();
            System.out.println("done " + loop.send(numbers[0], numbers[1], numbers[2], numbers[3]));
        }
        System.exit(0);
    }

    static String text(int number) {
        return "Message number %d of the benchmark".formatted(number);
    }

    private String send(int first, int count, int accounts, int atOnce) throws Exception {
        Processor before = sender.used();
        long began = System.nanoTime();
        var next = new AtomicInteger(first);
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < atOnce; i++) {
            tasks.add(() -> several(next, first + count, accounts));
        }
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<Void> each : threads.invokeAll(tasks)) {
                each.get();
            }
        }
        long took = System.nanoTime() - began;
        return took + " " + sender.used().minus(before).line();
    }

    private Void several(AtomicInteger next, int end, int accounts) throws Exception {
        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            sender.send(chats.of(number, accounts), text(number));
        }
        return null;
    }
}
