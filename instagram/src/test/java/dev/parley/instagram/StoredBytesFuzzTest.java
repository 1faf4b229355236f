package dev.parley.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.instagram.graph.FuzzedGraph;
import dev.parley.instagram.graph.GraphLogin;
import dev.parley.instagram.http.TestingAnswers;
import dev.parley.instagram.mobile.FuzzedApp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is brought in as a session, a pending sign-in or a device is taken whole or refused with a sentence that quotes nothing of it;
 * and what was taken can be asked with.
 */
class StoredBytesFuzzTest {

    /** All that is secret in the seeds has this in it. */
    private static final String SECRET = "geheim";

    private static final String PHONE = """
            {"driver":"mobile","properties":{"uuid":"u","phone_id":"p","advertising_id":"a","android_device_id":"android-0",
            "app_version":"428.0","version_code":"9","android_version":"34","android_release":"14","dpi":"480dpi","resolution":"1x2",
            "manufacturer":"G","model":"P","device":"h","cpu":"h","locale":"en_US","country":"US","country_code":"1",
            "timezone_offset":"0"}}""";

    private static final List<String> SEEDS =
            List.of(PHONE.replaceFirst("\\{", "{\"version\":1,"), """
            {"version":1,"driver":"mobile","account":"42","username":"alma","identity":%s,"proxy":"http://u:geheim@proxy:1",
            "state":"{\\"pigeon\\":\\"UFS-1\\",\\"authorization\\":\\"Bearer geheim\\",\\"claim\\":\\"0\\",\\"mid\\":null,
            \\"cookies\\":{\\"sessionid\\":\\"geheim\\"},\\"routing\\":{\\"ig-u-rur\\":\\"x\\"}}"}""".formatted(PHONE), """
            {"version":1,"driver":"graph","account":"42","username":"alma","identity":{"driver":"graph","properties":{}},"proxy":null,
            "state":"{\\"login\\":\\"INSTAGRAM\\",\\"token\\":\\"geheim\\",\\"owner\\":null,\\"page\\":null,
            \\"issued_at\\":\\"2026-11-01T10:00:00Z\\",\\"expires_at\\":null}"}""", """
            {"version":1,"driver":"graph","account":"42","username":"alma","identity":{"driver":"graph","properties":{}},"proxy":null,
            "state":"{\\"login\\":\\"FACEBOOK\\",\\"token\\":\\"geheim\\",\\"owner\\":\\"geheim\\",\\"page\\":\\"3\\",
            \\"issued_at\\":\\"2026-11-01T10:00:00Z\\",\\"expires_at\\":\\"2026-12-01T10:00:00Z\\"}"}""");

    private final TestingAnswers peer = new TestingAnswers();
    private final FuzzedApp app = new FuzzedApp(peer);
    private final List<FuzzedGraph> graphs = Stream.of(GraphLogin.values())
            .map(login -> new FuzzedGraph(login, peer))
            .toList();

    @Tag("fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void briefly(byte[] stored) {
        isTakenWholeOrRefused(stored);
    }

    @Tag("long-fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void at_length(byte[] stored) {
        isTakenWholeOrRefused(stored);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTakenWholeOrRefused(byte[] stored) {
        taken(stored, DeviceIdentity::fromBytes, DeviceIdentity::toBytes);
        PendingSignIn pending = taken(stored, PendingSignIn::fromBytes, PendingSignIn::toBytes);
        if (pending != null) {
            usedOrRefused(() -> app.driver().answer(pending, "123456"));
            usedOrRefused(() -> app.driver().sendCode(pending, null));
        }
        SessionSnapshot session = taken(stored, SessionSnapshot::fromBytes, SessionSnapshot::toBytes);
        if (session != null) {
            opened(session, app.driver()).ifPresent(instagram -> FuzzedApp.judge(instagram.currentUser()));
            graphs.forEach(graph ->
                    opened(session, graph.driver()).ifPresent(instagram -> FuzzedGraph.judge(instagram.currentUser())));
        }
    }

    private static Optional<Instagram> opened(SessionSnapshot session, Driver driver) {
        try {
            return Optional.of(driver.open(session));
        } catch (IllegalArgumentException refused) {
            quotesNothing(refused);
            return Optional.empty();
        }
    }

    private static void usedOrRefused(Supplier<SignInOutcome> step) {
        try {
            assertThat(step.get()).isNotNull();
        } catch (IllegalArgumentException refused) {
            quotesNothing(refused);
        }
    }

    private static <T> @Nullable T taken(byte[] stored, Function<byte[], T> reading, Function<T, byte[]> writing) {
        try {
            T value = reading.apply(stored);
            assertThat(reading.apply(writing.apply(value))).isEqualTo(value);
            return value;
        } catch (IllegalArgumentException refused) {
            quotesNothing(refused);
            return null;
        }
    }

    private static void quotesNothing(IllegalArgumentException refused) {
        assertThat(refused).hasNoCause();
        assertThat(refused.getMessage()).isNotBlank().doesNotContain(SECRET);
    }

    static Stream<byte[]> seeds() {
        FuzzedApp app = new FuzzedApp(new TestingAnswers());
        String waiting = new String(app.challenged().toBytes(), StandardCharsets.UTF_8);
        Stream<String> stored = Stream.concat(SEEDS.stream().map(seed -> seed.replace("\n", "")), Stream.of(waiting));
        return stored.flatMap(seed -> Stream.of(
                        seed,
                        // Found here: what cannot stand in a header, what is no address, and a driver that is no name.
                        seed.replace(SECRET, SECRET + "\\\\n"),
                        seed.replace("http://u:", "http://u "),
                        seed.replace("\"driver\":\"", "\"driver\":\"" + SECRET + " ")))
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8));
    }
}
