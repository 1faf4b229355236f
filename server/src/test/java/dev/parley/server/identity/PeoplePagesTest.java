package dev.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.factor.TestingApp;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeoplePagesTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Pattern PASSWORD = Pattern.compile("<code>([^<]{12,})</code>");
    private static final Pattern LINK = Pattern.compile("<code class=\"shown-once\">\\S+token=([^<]+)</code>");
    private static int count;

    private final TestingVisitor admin = administrator();
    private final String name = "alma" + ++count;
    private final TestingApi alma = parley.person(name);
    private final String page = "/admin/people/" + alma.get("/api/me").field("id");

    @Test
    void an_added_person_signs_in_with_the_password_that_is_shown_once() {
        admin.get("/admin/people");
        var added = admin.submit(
                "/admin/people", "username", "new" + name, "email", "new" + name + "@example.org", "role", "USER");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.words()).contains("It is shown only now", "Must change the password");
        var password = PASSWORD.matcher(added.text());
        assertThat(password.find()).isTrue();
        var visitor = parley.visitor();
        visitor.get("/login");
        assertThat(visitor.submit("/login", "username", "new" + name, "password", password.group(1))
                        .status())
                .isEqualTo(302);
        var list = admin.get("/admin/people");
        assertThat(list.words()).contains("new" + name, name + "@example.org");
        assertThat(list.text()).doesNotContain(password.group(1));
    }

    @Test
    void what_is_typed_wrong_is_said_beside_its_field_and_what_is_taken_is_told() {
        admin.get("/admin/people");
        var wrong = admin.submit("/admin/people", "username", "a b", "email", "no address", "role", "USER");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("value=\"a b\"", "may hold letters, digits, dots, dashes and underscores");
        var taken = admin.submit("/admin/people", "username", name, "email", "other@example.org", "role", "USER");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text()).contains("value=\"" + name + "\"");
    }

    @Test
    void a_person_is_disabled_and_let_in_again() {
        admin.get(page);
        assertThat(admin.submit(page + "/suspension").location()).isEqualTo(page);
        assertThat(alma.get("/api/me").status()).isEqualTo(401);
        assertThat(admin.get(page).words()).contains("Disabled", "Let in again");
        assertThat(admin.delete(page + "/suspension").location()).isEqualTo(page);
        assertThat(parley.as(name, TestingParley.PASSWORD).get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    void a_role_is_changed_and_the_last_administrator_stays() {
        admin.get(page);
        admin.submit(page + "/role", "role", "ADMIN");
        assertThat(alma.get("/api/users").status()).isEqualTo(200);
        admin.submit(page + "/role", "role", "USER");
        assertThat(alma.get("/api/users").status()).isEqualTo(403);
        var own = "/admin/people/" + parley.admin().get("/api/me").field("id");
        var stays = admin.submit(own + "/role", "role", "USER");
        assertThat(stays.status()).isEqualTo(409);
        assertThat(stays.words()).contains("The last administrator");
    }

    @Test
    void a_reset_password_is_shown_once_and_opens_the_change_only() {
        admin.get(page);
        var reset = admin.submit(page + "/password");
        var password = PASSWORD.matcher(reset.text());
        assertThat(password.find()).isTrue();
        assertThat(alma.get("/api/me").status()).isEqualTo(401);
        assertThat(parley.as(name, password.group(1)).get("/api/activity").error())
                .isEqualTo("ACTION_REQUIRED");
        assertThat(admin.get(page).text()).doesNotContain(password.group(1));
    }

    @Test
    void a_link_for_another_password_is_shown_once_with_its_end() {
        admin.get(page);
        var given = admin.submit(page + "/reset-link");
        assertThat(given.words()).contains("A link for " + name, "it works once", "It is shown only now");
        assertThat(given.text()).contains("<time datetime=");
        var link = LINK.matcher(given.text());
        assertThat(link.find()).isTrue();
        var visitor = parley.visitor();
        assertThat(visitor.get("/reset-password?token=" + link.group(1)).hasForm("/reset-password"))
                .isTrue();
        assertThat(admin.get(page).text()).doesNotContain(link.group(1));
        assertThat(admin.get("/admin/audit").words()).contains("Give reset link");
    }

    @Test
    void whoever_has_lost_their_second_factors_is_helped_out_after_a_question() {
        assertThat(admin.get(page).hasLink(page + "/factors/removal")).isFalse();
        var app = TestingApp.reading(alma.post("/api/me/factors/totp").field("secret"), parley.clock());
        alma.post("/api/me/factors/totp/confirm", TestingApi.json("{'code': '%s'}".formatted(app.code())));
        var shown = admin.get(page);
        assertThat(shown.words()).contains("an authenticator app, recovery codes");
        assertThat(shown.hasLink(page + "/factors/removal")).isTrue();
        assertThat(admin.get(page + "/factors/removal").words()).contains("Remove the second factors of " + name + "?");
        assertThat(admin.delete(page + "/factors").location()).isEqualTo(page);
        assertThat(alma.get("/api/me").status()).isEqualTo(401);
        assertThat(admin.get(page).words()).contains("Second factorsnone");
    }

    @Test
    void only_an_administrator_who_has_just_proven_who_they_are_removes_factors() {
        admin.get(page);
        parley.clock().advance(Duration.ofMinutes(11));
        try {
            assertThat(admin.get(page + "/factors/removal").location()).startsWith("/profile/prove?next=");
            assertThat(admin.delete(page + "/factors").location()).startsWith("/profile/prove?next=");
        } finally {
            parley.clock().reset();
        }
        assertThat(alma.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void administrators_are_reminded_of_what_the_instance_lacks_until_it_is_done() {
        assertThat(admin.get("/").words()).contains("This Parley sends no mail", "Set up a second factor");
        var browser = parley.visitor(name);
        assertThat(browser.get("/").words()).doesNotContain("This Parley sends no mail", "Set up a second factor");
        admin.get(page);
        admin.submit(page + "/role", "role", "ADMIN");
        assertThat(browser.get("/").words()).contains("Set up a second factor");
        var app = TestingApp.reading(alma.post("/api/me/factors/totp").field("secret"), parley.clock());
        alma.post("/api/me/factors/totp/confirm", TestingApi.json("{'code': '%s'}".formatted(app.code())));
        assertThat(browser.get("/").words())
                .contains("This Parley sends no mail")
                .doesNotContain("Set up a second factor");
        admin.get(page);
        admin.submit(page + "/role", "role", "USER");
    }

    @Test
    void a_person_is_removed_by_name_only_after_a_question() {
        var question = admin.get(page + "/removal");
        assertThat(question.words()).contains("Remove " + name + "?", "Disabling keeps everything.");
        assertThat(admin.delete(page).location()).isEqualTo("/admin/people");
        assertThat(admin.get(page).status()).isEqualTo(404);
        assertThat(alma.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void what_somebody_did_is_shown_without_what_it_was_about() {
        alma.put("/api/contacts/protected/mother", "{}");
        var shown = admin.get(page + "/activity");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.words()).contains("What " + name + " did", "Sign in").doesNotContain("mother");
    }

    private static TestingVisitor administrator() {
        parley.admin();
        var visitor = parley.visitor();
        visitor.get("/login");
        visitor.submit("/login", "username", "admin", "password", TestingParley.PASSWORD);
        return visitor;
    }
}
