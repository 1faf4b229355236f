package dev.parley.sandbox.graph;

import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.state.SandboxState;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When an account may write to somebody: for a day after they wrote or pressed a button, for a week when a person writes. Fact: nobody is
 * written to first.
 */
record Windows(SandboxState state) {
    private static final Duration FOR_PROGRAMS = Duration.ofHours(24);
    private static final Duration FOR_HUMAN_AGENTS = Duration.ofDays(7);

    static Windows of(GraphRequest request) {
        return new Windows(request.state());
    }

    /** Whether somebody has dealt with the account, and so agreed to be seen by it. */
    boolean consented(long account, long person) {
        return openedAt(account, person).isPresent();
    }

    boolean open(long account, long person, boolean byHumanAgent) {
        OptionalLong opened = openedAt(account, person);
        Duration lasts = byHumanAgent ? FOR_HUMAN_AGENTS : FOR_PROGRAMS;
        return opened.isPresent() && state.now() - opened.getAsLong() < lasts.toMillis();
    }

    private OptionalLong openedAt(long account, long person) {
        long pressed = state.official().openings().latest(account, person).orElse(-1);
        long wrote = state.conversations()
                .find(ThreadId.between(account, person), account, Integer.MAX_VALUE)
                .flatMap(conversation -> conversation.newest().stream()
                        .filter(message -> message.sender() == person)
                        .findFirst())
                .map(Message::at)
                .orElse(-1L);
        long latest = Math.max(pressed, wrote);
        return latest < 0 ? OptionalLong.empty() : OptionalLong.of(latest);
    }
}
