package dev.parley.server.quota;

import dev.parley.server.account.AccountConnected;
import dev.parley.server.core.Installation;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts an account's weeks from its first connection, and sets at an instance's first start how its limits grow. */
@Component
class BeginWarmUp implements ApplicationRunner {

    private static final List<Integer> AS_DELIVERED = List.of(20, 40, 70);
    /** There, nobody loses an account. */
    private static final List<Integer> AT_THE_SANDBOX = List.of();

    private final WarmUps warmUps;
    private final Installation installation;

    BeginWarmUp(WarmUps warmUps, Installation installation) {
        this.warmUps = warmUps;
        this.installation = installation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        warmUps.deliver(installation.isSandbox() ? AT_THE_SANDBOX : AS_DELIVERED);
    }

    @EventListener
    void connected(AccountConnected connected) {
        warmUps.begin(connected.account().id());
    }
}
