package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final String APP = "Instagram 428.0.0.47.67 Android";

    @TempDir
    private static Path folder = Path.of("");

    private static SandboxServer sandbox = SandboxServer.builder().start();

    @BeforeAll
    static void start() {
        sandbox.close();
        sandbox = SandboxServer.builder().dataDir(folder).secure(0, 0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i.instagram.com", "b.i.instagram.com", "www.instagram.com"})
    void an_unmodified_client_finds_each_host_through_the_proxy(String host) throws Exception {
        try (Response response = get(throughProxy(), "https://" + host + "/_sandbox/clock")) {
            assertThat(response.code()).isEqualTo(200);
            X509Certificate shown = (X509Certificate) Objects.requireNonNull(response.handshake())
                    .peerCertificates()
                    .getFirst();
            assertThat(shown.getSubjectAlternativeNames().toString()).contains(host);
        }
    }

    @Test
    void cookies_are_instagrams_where_the_client_believes_to_be() throws Exception {
        Request launch = new Request.Builder()
                .url("https://i.instagram.com/api/v1/qe/sync/")
                .header("User-Agent", APP)
                .build();
        try (Response response = throughProxy().newCall(launch).execute()) {
            assertThat(response.headers("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(it -> it.contains("Domain=.instagram.com"));
        }
        try (Response response = get(trusting(), https() + "/api/v1/qe/sync/")) {
            assertThat(response.headers("Set-Cookie")).isNotEmpty().noneMatch(it -> it.contains("Domain="));
        }
    }

    @Test
    void https_has_a_port_of_its_own_that_is_believed_by_whoever_trusts_the_authority() throws Exception {
        try (Response response = get(trusting(), https() + "/_sandbox/doors")) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().string()).contains(sandbox.baseUrl());
        }
        assertThatThrownBy(() -> get(new OkHttpClient(), https() + "/_sandbox/doors"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_authority_can_be_read_and_stays_with_the_data_folder() throws Exception {
        String pem = Files.readString(folder.resolve("ca.pem"));
        try (Response response = get(new OkHttpClient(), sandbox.baseUrl() + "/_sandbox/ca.pem")) {
            assertThat(response.body().string()).isEqualTo(pem);
        }
        assertThat(Files.readString(folder.resolve("doors.json"))).contains("\"proxy\":\"http://127.0.0.1:");

        sandbox.close();
        sandbox = SandboxServer.builder().dataDir(folder).secure(0, 0).start();

        assertThat(sandbox.doors().caPem()).isEqualTo(pem);
    }

    @Test
    void nobody_but_the_owner_may_read_what_is_kept() throws IOException {
        Path open = folder.resolve("journal-1.log");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        sandbox.close();
        sandbox = SandboxServer.builder().dataDir(folder).secure(0, 0).start();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "i.instagram.com, /, 404",
        "i.instagram.com, /accounts/login/, 404",
        "b.i.instagram.com, /graphql_www, 404",
        "i.instagram.com, /api/v1/qe/sync/, 200",
        "www.instagram.com, /accounts/login/, 200",
        "www.instagram.com, /api/v1/qe/sync/, 200",
        "graph.instagram.com, /v25.0/me, 400",
        "graph.facebook.com, /v25.0/me, 400",
        "i.instagram.com, /_sandbox/clock, 200"
    })
    void plain_http_goes_by_the_host_header(String host, String path, int status) throws Exception {
        assertThat(statusOf(
                        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n", sandbox.port()))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT example.com:443 HTTP/1.1, 403",
        "CONNECT instagram.com.example.com:443 HTTP/1.1, 403",
        "GET http://i.instagram.com/ HTTP/1.1, 405",
        "CONNECT i.instagram.com HTTP/1.1, 405"
    })
    void nothing_leaves_the_machine_through_the_proxy(String request, int status) throws Exception {
        assertThat(statusOf(request + "\r\nHost: x\r\n\r\n", proxy().port())).isEqualTo(status);
    }

    @Test
    void a_head_without_end_is_cut_off() throws Exception {
        try (var socket = new Socket("127.0.0.1", proxy().port())) {
            socket.getOutputStream().write("CONNECT x".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            assertThat(endsWithoutAnswer(socket)).isTrue();
        }
    }

    @Test
    void without_being_asked_nothing_is_opened() throws Exception {
        try (var plain = SandboxServer.builder().start();
                Response response = get(new OkHttpClient(), plain.baseUrl() + "/_sandbox/ca.pem")) {
            assertThat(response.code()).isEqualTo(404);
            assertThat(plain.doors().https()).isNull();
            assertThat(plain.doors().proxy()).isNull();
        }
    }

    private static boolean endsWithoutAnswer(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static int statusOf(String request, int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }

    private static Response get(OkHttpClient client, String url) throws IOException {
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }

    private static String https() {
        return Objects.requireNonNull(sandbox.doors().https());
    }

    private static HttpUrl proxy() {
        return HttpUrl.get(
                URI.create(Objects.requireNonNull(sandbox.doors().proxy())).toString());
    }

    private static OkHttpClient throughProxy() throws Exception {
        return trusting()
                .newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy().host(), proxy().port())))
                .build();
    }

    private static OkHttpClient trusting() throws Exception {
        X509TrustManager trust = trust(sandbox.doors().caPem());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new X509TrustManager[] {trust}, null);
        return new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), trust)
                .build();
    }

    private static X509TrustManager trust(@Nullable String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "sandbox",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                Objects.requireNonNull(pem).getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
