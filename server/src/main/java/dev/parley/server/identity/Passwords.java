package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Slow hashes, a few at a time: a flood of sign-ins must not take the processors from the bots. */
@Component
public class Passwords implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Duration COME_BACK_IN = Duration.ofSeconds(5);

    /** The salt and the hash of a password that nobody knows. */
    private static final String NOBODYS = "$LorrR7jJltW+bit3nYj1Dg$9sClgyyaqeGCFEI6mbQrJgKe6HEDYDvdOsUbGGCvRxo";

    private final HashCost cost;
    private final PasswordEncoder hashes;
    private final Semaphore permits;
    private final Duration wait;
    private final AtomicLong operations = new AtomicLong();

    Passwords(IdentitySettings settings, HashCost cost) {
        this.cost = cost;
        this.hashes = hashes(cost);
        this.permits = new Semaphore(settings.hashesAtOnce(), true);
        this.wait = settings.hashWait();
    }

    private static PasswordEncoder hashes(HashCost cost) {
        var argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, cost.memoryKib(), cost.iterations());
        var bcrypt = new BCryptPasswordEncoder();
        var both = new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2id, "bcrypt", bcrypt));
        both.setDefaultPasswordEncoderForMatches(bcrypt);
        return both;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return permitted(() -> Objects.requireNonNull(hashes.encode(password)));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return permitted(() -> hashes.matches(password, hash));
    }

    /** Whether the hash was made in a way that is no longer the way of today. */
    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    /** Costs an unknown name as much time as a wrong password costs. */
    String nobodysHash() {
        return "{argon2id}$argon2id$v=19$m=%d,t=%d,p=%d".formatted(cost.memoryKib(), cost.iterations(), LANES)
                + NOBODYS;
    }

    /** How many hashes were computed so far. */
    long operations() {
        return operations.get();
    }

    /**
     * On a thread of its own: a virtual one keeps its processor until the hash is there, and whoever is served by others waits for that
     * at each step.
     */
    private <T> T permitted(Supplier<T> hashing) {
        var hash = new FutureTask<T>(() -> {
            try {
                operations.incrementAndGet();
                return hashing.get();
            } finally {
                permits.release();
            }
        });
        try {
            if (permits.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.ofPlatform().daemon().name("hash").start(hash);
                return hash.get();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        throw new BotException(
                ErrorCode.TOO_MANY_SIGN_INS, ErrorCode.TOO_MANY_SIGN_INS.description(), Refusal.until(COME_BACK_IN));
    }
}
