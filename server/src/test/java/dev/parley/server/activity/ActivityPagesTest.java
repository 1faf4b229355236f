package dev.parley.server.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActivityPagesTest {

    private static final int MORE_THAN_A_PAGE = 55;

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    @Test
    void lists_what_happened_newest_first_and_page_by_page() {
        var alma = parley.visitor("alma");
        for (var i = 1; i <= MORE_THAN_A_PAGE; i++) {
            record("alma", Activity.of("follow", Status.SUCCEEDED).about("person." + i));
        }
        var first = alma.get("/activity");
        assertThat(first.words()).contains("person.55", "Show more").doesNotContain("person.2 ");
        var next = first.text().replaceAll("(?s).*href=\"(/activity\\?cursor=[^\"]+)\".*", "$1");
        assertThat(alma.get(next).words())
                .contains("person.2 ", "Back to the beginning")
                .doesNotContain("person.55");
        assertThat(alma.get("/activity?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void filters_by_all_that_is_shown_and_offers_the_same_as_csv() {
        var boris = parley.visitor("boris");
        var account = AccountId.create();
        record(
                "boris",
                Activity.of("follow", Status.SKIPPED)
                        .on(account, "boris.plain")
                        .about("somebody")
                        .code(ErrorCode.FOLLOW_PRIVATE));
        record("boris", Activity.of("test-session", Status.SUCCEEDED).about("nothing else"));
        assertThat(boris.get("/activity").words()).contains("somebody", "nothing else", "E-FLW-I-0004", "@boris.plain");
        for (var filter : new String[] {
            "account=" + account,
            "action=follow",
            "status=skipped",
            "code=E-FLW-I-0004",
            "q=SomeBody",
            "from=2020-01-01&q=some"
        }) {
            assertThat(boris.get("/activity?" + filter).words())
                    .as(filter)
                    .contains("somebody")
                    .doesNotContain("nothing else");
        }
        assertThat(boris.get("/activity?to=2020-01-01").words()).contains("Nothing like that has happened");
        assertThat(boris.get("/activity?from=yesterday").status()).isEqualTo(400);
        var csv = boris.get("/activity/csv?action=follow");
        assertThat(csv.text()).startsWith("created_at,").contains("somebody").doesNotContain("nothing else");
    }

    @Test
    void the_numbers_of_transactions_are_no_words() {
        var dora = parley.visitor("dora");
        parley.database().owner().sql("""
                        insert into activity_logs (id, tx, workspace_id, action, status, subject)
                        select gen_random_uuid(), number::text::xid8, w.id, 'follow', 'succeeded', 'number ' || number
                        from generate_series(9, 10) number, workspaces w join users u on w.personal_of = u.id
                        where username = 'dora'
                        """).update();
        assertThat(dora.get("/activity").words()).containsSubsequence("number 10", "number 9");
    }

    @Test
    void what_strangers_wrote_is_shown_as_text() {
        var clara = parley.visitor("clara");
        record(
                "clara",
                Activity.of("follow", Status.FAILED)
                        .about("<script>alert(1)</script>")
                        .message("<img src=x>"));
        assertThat(clara.get("/activity").text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void explains_every_code_to_everybody_and_counts_for_those_who_are_signed_in() {
        var stranger = parley.visitor();
        for (var code : ErrorCode.values()) {
            var page = stranger.get("/errors/" + code.code());
            assertThat(page.status()).as(code.name()).isEqualTo(200);
            assertThat(page.words()).contains(code.code(), "What to do", code.name());
        }
        assertThat(stranger.get("/errors/E-FLW-W-0002").words()).doesNotContain("in your workspace");
        assertThat(stranger.get("/errors/E-NONE-E-0001").status()).isEqualTo(404);

        var dora = parley.visitor("dora");
        assertThat(dora.get("/errors/E-FLW-W-0002").words()).contains("has not happened in your workspace");
        record("dora", Activity.of("follow", Status.WARNING).code(ErrorCode.FOLLOW_LIMIT_NEAR));
        assertThat(dora.get("/errors/E-FLW-W-0002").words()).contains("It has happened once in your workspace");
    }

    @Test
    void the_codes_can_be_searched() {
        var stranger = parley.visitor();
        assertThat(stranger.get("/errors").words()).contains("E-AUTH-E-0001", "E-NET-E-0001");
        assertThat(stranger.get("/errors?q=hashtag").words())
                .contains("E-FLW-W-0008")
                .doesNotContain("E-AUTH-E-0001");
        assertThat(stranger.get("/errors?q=zzz").words()).contains("No code has these words");
    }

    @Test
    void strangers_and_other_tenants_read_nothing() {
        parley.visitor("emil");
        record("emil", Activity.of("follow", Status.SUCCEEDED).about("a secret friend"));
        assertThat(parley.visitor("oscar").get("/activity").words())
                .doesNotContain("a secret friend")
                .contains("Activity");
        for (var path : new String[] {"/activity", "/activity/csv"}) {
            assertThat(parley.visitor().get(path).location()).startsWith("/login?next=");
        }
    }

    private static void record(String username, Activity.Builder activity) {
        var workspace = new WorkspaceId(parley.database()
                .owner()
                .sql("select w.id from workspaces w join users u on w.personal_of = u.id where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single());
        parley.bean(Tenancy.class)
                .run(
                        workspace,
                        () -> parley.bean(ActivityLog.class)
                                .record(activity.in(workspace).build()));
    }
}
