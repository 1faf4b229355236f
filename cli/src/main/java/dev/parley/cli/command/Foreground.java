package dev.parley.cli.command;

import dev.parley.cli.instance.Instance;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds an instance as long as this process lives; Ctrl-C ends the process, and the instance in order before that. */
final class Foreground {

    private final AtomicBoolean stopping = new AtomicBoolean();

    /** @param afterwards what is left to do when the instance has stopped */
    Foreground(Instance instance, Runnable afterwards) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping.set(true);
                            instance.close();
                            afterwards.run();
                        },
                        "stop"));
    }

    /** Does something with the instance; what fails because everything is being stopped is no news. */
    void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (!stopping.get()) {
                throw failure;
            }
        }
    }
}
