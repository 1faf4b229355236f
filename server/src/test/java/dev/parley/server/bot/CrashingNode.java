package dev.parley.server.bot;

import dev.parley.server.ParleyServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A node that stops dead, as if killed, right after the so-many-th step of its ticks. */
public final class CrashingNode {

    static final int STOPPED_DEAD = 137;

    private CrashingNode() {}

    /** @param args the number of the step, then the server's own */
    public static void main(String[] args) {
        var stepsLeft = new AtomicInteger(Integer.parseInt(args[0]));
        new SpringApplicationBuilder(ParleyServer.class)
                .properties("server.port=0")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("crash", TickObserver.class, () -> crashAfter(stepsLeft)))
                .run(Arrays.copyOfRange(args, 1, args.length));
    }

    private static TickObserver crashAfter(AtomicInteger stepsLeft) {
        return (TickObserver.Step step, Duration took) -> {
            if (stepsLeft.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(STOPPED_DEAD);
            }
        };
    }
}
