package dev.parley.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final DeviceIdentity PHONE =
            new DeviceIdentity("mobile", Map.of("uuid", "u-1", "model", "Pixel „8“", "a", "b", "c", "d", "e", "f"));

    @Test
    void brings_a_session_back_as_it_was() {
        SessionSnapshot session = new SessionSnapshot(
                "mobile", new PersonId("42"), "alma", PHONE, URI.create("http://u:p@proxy:1"), "{\"ü\":\"\\u0000\"}");

        SessionSnapshot back = SessionSnapshot.fromBytes(session.toBytes());

        assertThat(back).isEqualTo(session);
        assertThat(back.toBytes()).isEqualTo(session.toBytes());
    }

    @Test
    void brings_a_pending_sign_in_back_as_it_was() {
        PendingSignIn open = new PendingSignIn(
                "mobile",
                "alma",
                PendingSignIn.Kind.CHALLENGE,
                null,
                Set.of(VerificationMethod.EMAIL, VerificationMethod.SMS),
                null,
                "notes");
        PendingSignIn sent = new PendingSignIn(
                "mobile",
                "alma",
                PendingSignIn.Kind.TWO_FACTOR,
                VerificationMethod.SMS,
                Set.of(VerificationMethod.SMS),
                "+** 89",
                "notes");

        assertThat(PendingSignIn.fromBytes(open.toBytes())).isEqualTo(open);
        assertThat(PendingSignIn.fromBytes(sent.toBytes())).isEqualTo(sent);
        assertThat(PendingSignIn.fromBytes(open.toBytes()).toBytes()).isEqualTo(open.toBytes());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void brings_an_authorization_request_back_as_it_was(boolean afresh) {
        AuthorizationRequest request = new AuthorizationRequest(
                URI.create("https://parley.example/accounts/authorization"),
                "a state that nobody can guess, ever",
                afresh ? "alma" : null,
                PHONE,
                afresh ? URI.create("http://u:p@proxy:1") : null,
                afresh);

        AuthorizationRequest back = AuthorizationRequest.fromBytes(request.toBytes());

        assertThat(back).isEqualTo(request);
        assertThat(back.toBytes()).isEqualTo(request.toBytes());
    }

    @Test
    void brings_a_device_back_as_it_was() {
        DeviceIdentity back = DeviceIdentity.fromBytes(PHONE.toBytes());

        assertThat(back).isEqualTo(PHONE);
        assertThat(back.toBytes()).isEqualTo(PHONE.toBytes());
        assertThat(new String(PHONE.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"version\":1,\"driver\":\"mobile\",\"properties\":"
                        + "{\"a\":\"b\",\"c\":\"d\",\"e\":\"f\",\"model\":\"Pixel „8“\",\"uuid\":\"u-1\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[]",
                "null",
                "{}",
                "{\"version\":2,\"driver\":\"secret\"}",
                "{\"version\":\"secret\"}",
                "{\"version\":1,\"driver\":\"secret\"}",
                "{\"version\":1,\"driver\":\"mobile\",\"account\":\"secret\",\"username\":\"u\",\"state\":\"\"}",
                "{\"version\":1,\"driver\":\"m\",\"username\":\"u\",\"kind\":\"secret\",\"state\":\"\"}"
            })
    void refuses_other_bytes_without_quoting_them(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SessionSnapshot.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PendingSignIn.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void shows_no_secret_when_printed() {
        SessionSnapshot session =
                new SessionSnapshot("mobile", new PersonId("42"), "alma", PHONE, URI.create("http://u:p@x"), "notes");

        assertThat(session + " " + PHONE + " " + new SignIn("alma", "pa55word", PHONE, null))
                .doesNotContain("u-1", "u:p", "notes", "pa55word");
    }
}
