package dev.parley.server.contact;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedPeopleApiTest {

    private static final String PEOPLE = "/api/contacts/protected";

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    @Test
    void people_are_protected_listed_and_released() {
        var alma = parley.person("alma");
        var added = alma.put(PEOPLE + "/@My.Mother", json("{'note':'family'}"));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.field("username")).isEqualTo("my.mother");
        assertThat(added.field("note")).isEqualTo("family");
        alma.put(PEOPLE + "/boss", "");

        var first = alma.get(PEOPLE + "?limit=1");
        assertThat(first.body().path("items").get(0).path("username").asString())
                .isEqualTo("boss");
        var second = alma.get(PEOPLE + "?limit=1&cursor=" + first.field("next_cursor"));
        assertThat(second.body().path("items").get(0).path("username").asString())
                .isEqualTo("my.mother");
        assertThat(second.body().path("next_cursor").isNull()).isTrue();

        assertThat(alma.delete(PEOPLE + "/my.mother").status()).isEqualTo(204);
        assertThat(alma.delete(PEOPLE + "/my.mother").status()).isEqualTo(204);
        assertThat(alma.get(PEOPLE).body().path("items")).hasSize(1);
    }

    @Test
    void another_workspace_neither_sees_nor_releases_them() {
        var sami = parley.person("sami");
        var tomas = parley.person("tomas");
        sami.put(PEOPLE + "/sister", "{}");

        assertThat(tomas.get(PEOPLE).body().path("items")).isEmpty();
        tomas.delete(PEOPLE + "/sister");
        assertThat(sami.get(PEOPLE).body().path("items")).hasSize(1);
        assertThat(parley.api().get(PEOPLE).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two%20words", "a-b", "%C3%A4", "0123456789012345678901234567890"})
    void what_is_no_username_is_refused(String username) {
        var refused = parley.admin().put(PEOPLE + "/" + username, "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo("username");
    }
}
