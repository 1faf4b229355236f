package dev.parley.server.factor;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;

/** An authenticator app on somebody's phone, whose clock may be wrong. */
public final class TestingApp {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int BYTES = 20;

    private final AuthenticatorSecret secret;
    private final Clock clock;

    private TestingApp(AuthenticatorSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    public static TestingApp reading(String secret, Clock clock) {
        var number = secret.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE_32.indexOf(letter)))
                .reduce(BigInteger.ZERO, (sum, five) -> sum.shiftLeft(5).or(five));
        var bytes = new byte[BYTES];
        for (int i = BYTES - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
        return new TestingApp(new AuthenticatorSecret(bytes), clock);
    }

    AuthenticatorSecret secret() {
        return secret;
    }

    public String code() {
        return code(Duration.ZERO);
    }

    /** As an app whose clock differs that much shows it. */
    public String code(Duration ahead) {
        return secret.code(clock.instant().plus(ahead).getEpochSecond() / STEP_SECONDS);
    }
}
