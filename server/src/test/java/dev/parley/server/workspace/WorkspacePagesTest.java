package dev.parley.server.workspace;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkspacePagesTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Pattern LINK =
            Pattern.compile("http://[^<\"]+(/invitations\\?token=(parley_invitation_[\\w-]+))");
    private static int count;

    private final String number = String.valueOf(++count);
    private final TestingVisitor alma = parley.visitor("alma" + number);
    private final String page = make("Studio");

    @Test
    void a_link_from_the_page_lets_somebody_in_who_signs_in_first() {
        alma.get(page);
        var invited = alma.submit(page + "/invitations", "role", "OPERATOR", "email", "tomas@example.org");
        assertThat(invited.status()).isEqualTo(200);
        assertThat(invited.words()).contains("shown only now", "tomas@example.org", "Operator");
        assertThat(alma.get(page).text()).doesNotContain("parley_invitation_");
        var link = LINK.matcher(invited.text());
        assertThat(link.find()).isTrue();
        var stranger = parley.visitor().get(link.group(1));
        assertThat(stranger.location()).isEqualTo("/login?next=%2Finvitations%3Ftoken%3D" + link.group(2));
        var tomas = parley.visitor("tomas" + number);
        var offer = tomas.get(link.group(1));
        assertThat(offer.words()).contains("Join Studio?", "You are invited as operator", "Run bots and jobs");
        assertThat(tomas.submit("/invitations", "token", link.group(2)).location())
                .isEqualTo(page);
        assertThat(tomas.get(page).words()).contains("alma" + number, "Operator", "What each role may do");
        assertThat(tomas.get(link.group(1)).status()).isEqualTo(404);
    }

    @Test
    void how_long_others_data_is_kept_is_said_on_the_page() {
        alma.get(page);
        var wrong =
                alma.submit(page + "/retention", "messagesDays", "soon", "contactsDays", "", "screenshotsDays", "7");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be a number of days from 1 to 3650");
        assertThat(wrong.text()).contains("value=\"soon\"", "value=\"7\"");
        assertThat(alma.submit(page + "/retention", "messagesDays", "30", "screenshotsDays", "7")
                        .location())
                .isEqualTo(page);
        assertThat(alma.get(page).text()).contains("value=\"30\"", "value=\"7\"");
    }

    @Test
    void the_navigation_switches_the_workspace_of_all_pages() {
        assertThat(alma.get("/").text()).contains("selected>alma" + number, "<option value=\"" + id() + "\">Studio");
        assertThat(alma.submit("/workspaces/in-use", "workspace", id()).location())
                .isEqualTo("/");
        assertThat(alma.get("/").text()).contains("selected>Studio");
        assertThat(alma.get("/activity").words()).contains("Create workspace Studio");
        var foreign = make(parley.visitor("else" + number), "Elsewhere");
        alma.get("/");
        assertThat(alma.submit("/workspaces/in-use", "workspace", foreign.substring(12))
                        .status())
                .isEqualTo(404);
        assertThat(alma.get("/").text()).contains("selected>Studio");
    }

    @Test
    void a_workspace_is_deleted_by_typing_its_name() {
        alma.get("/");
        alma.submit("/workspaces/in-use", "workspace", id());
        assertThat(alma.get(page).hasLink(page + "/deletion")).isTrue();
        assertThat(alma.get(page + "/deletion").words()).contains("Delete Studio?", "Its bots stop at once");
        var wrong = alma.submit(page, "_method", "delete", "name", "Something else");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("is not the name of the workspace");
        assertThat(alma.submit(page, "_method", "delete", "name", "Studio").location())
                .isEqualTo("/workspaces");
        assertThat(alma.get("/").status()).isEqualTo(200);
        assertThat(alma.get(page).status()).isEqualTo(404);
    }

    @Test
    void who_was_let_go_is_told_so_once_and_is_at_home_again() {
        var tomas = member("viewer", "tomas");
        tomas.get("/");
        tomas.submit("/workspaces/in-use", "workspace", id());
        assertThat(tomas.get("/").words()).contains("A manager or an owner of this workspace can connect one.");
        var removal = alma.get(page + "/members/" + userId("tomas" + number) + "/removal");
        assertThat(removal.words()).contains("Remove tomas" + number + " from Studio?");
        assertThat(alma.delete(page + "/members/" + userId("tomas" + number)).location())
                .isEqualTo(page);
        var told = tomas.get("/");
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.words()).contains("You are in your own again.");
        assertThat(tomas.get("/").words()).contains("Connect your first account");
    }

    @Test
    void roles_are_changed_and_the_last_owner_is_told_why_they_stay() {
        member("viewer", "tomas");
        var user = userId("tomas" + number);
        alma.get(page);
        assertThat(alma.submit(page + "/members/" + user + "/role", "role", "MANAGER")
                        .location())
                .isEqualTo(page);
        assertThat(alma.get(page).text()).contains("value=\"MANAGER\" selected");
        alma.get(page + "/departure");
        var stays = alma.delete(page + "/membership");
        assertThat(stays.status()).isEqualTo(409);
        assertThat(stays.words()).contains("The last owner", "Make somebody else an owner of the workspace first.");
    }

    @Test
    void what_is_typed_wrong_is_said_beside_its_field() {
        alma.get("/workspaces");
        var nameless = alma.submit("/workspaces", "name", " ");
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.text()).contains("invalid-feedback", "aria-invalid=\"true\"");
        alma.get(page);
        var address = alma.submit(page + "/invitations", "role", "VIEWER", "email", "no address");
        assertThat(address.status()).isEqualTo(400);
        assertThat(address.text()).contains("value=\"no address\"", "aria-invalid=\"true\"");
        var renamed = alma.submit(page + "/name", "name", "<b>Studio</b>");
        assertThat(renamed.location()).isEqualTo(page);
        assertThat(alma.get(page).text()).contains("&lt;b>Studio").doesNotContain("<b>Studio");
    }

    @Test
    void a_viewer_is_offered_nothing_that_is_not_theirs_to_do() {
        var viewer = member("viewer", "vera");
        var seen = viewer.get(page);
        assertThat(seen.words()).contains("Members", "What each role may do").doesNotContain("Invite somebody");
        assertThat(seen.hasForm(page + "/name")).isFalse();
        assertThat(viewer.get(page + "/departure").hasForm(page + "/membership"))
                .isTrue();
        assertThat(viewer.delete(page + "/membership").location()).isEqualTo("/workspaces");
        assertThat(viewer.get(page).status()).isEqualTo(404);
    }

    private String make(String name) {
        return make(alma, name);
    }

    private static String make(TestingVisitor owner, String name) {
        owner.get("/workspaces");
        return owner.submit("/workspaces", "name", name).location();
    }

    private String id() {
        return page.substring("/workspaces/".length());
    }

    private TestingVisitor member(String role, String name) {
        var owner = parley.as("alma" + number, TestingParley.PASSWORD);
        var token = owner.post("/api/workspaces/" + id() + "/invitations", json("{'role': '%s'}".formatted(role)))
                .field("token");
        var visitor = parley.visitor(name + number);
        var api = api(name);
        api.post("/api/invitations/accept", json("{'token': '%s'}".formatted(token)));
        return visitor;
    }

    private TestingApi api(String name) {
        return parley.as(name + number, TestingParley.PASSWORD);
    }

    private static String userId(String name) {
        return parley.database()
                .owner()
                .sql("select id::text from users where username = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
