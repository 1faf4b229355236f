package dev.parley.server.contact;

import static dev.parley.server.testing.TestingApi.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingApi.Answer;
import dev.parley.server.testing.TestingParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactApiTest {

    private static final String PEOPLE = "/api/contacts/protected";
    private static final String SILENCED = "/api/do-not-contact";
    private static final AtomicInteger COUNT = new AtomicInteger();

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

    /** Somebody with an account, which knows olga, who wrote, and sam, who was followed. */
    private static final class Studio {

        final String name = "studio" + COUNT.incrementAndGet();
        final TestingApi api = parley.person(name);
        final Caller owner = new Caller(
                UserId.of(api.get("/api/me").field("id")),
                name,
                false,
                WorkspaceId.of(
                        api.get("/api/workspaces").body().at("/items/0/id").asString()));
        final AccountId account = TestingAccounts.add(parley.database(), owner, name);

        Studio() {
            var contacts = parley.bean(Contacts.class);
            run(() -> {
                contacts.wrote(account, new Person(new PersonId("101"), "olga"), Instant.now());
                contacts.touch(account, new PersonId("102"), "sam");
            });
        }

        void run(Runnable work) {
            parley.bean(Tenancy.class).run(owner.workspace(), work);
        }

        void sql(String sql) {
            parley.database()
                    .tenancy()
                    .run(
                            owner.workspace(),
                            () -> parley.database()
                                    .client()
                                    .sql(sql)
                                    .param("account", account.value())
                                    .param("user", owner.user().value())
                                    .update());
        }

        /** As a member of a workspace that the owner has made, with the role. */
        TestingApi member(String role) {
            var invited = api.post(
                    "/api/workspaces/" + owner.workspace() + "/invitations", json("{'role': '%s'}".formatted(role)));
            var member = parley.person(role + COUNT.incrementAndGet());
            member.post("/api/invitations/accept", json("{'token': '%s'}".formatted(invited.field("token"))));
            return member.with("X-Workspace", owner.workspace().toString());
        }
    }

    private static Answer sendList(TestingApi who, String csv) {
        return who.with("Content-Type", "text/csv").send("POST", SILENCED, BodyPublishers.ofString(csv));
    }

    private static List<String> names(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("username").asString(""))
                .toList();
    }

    @Test
    void people_are_put_on_the_do_not_contact_list_found_there_and_taken_off() {
        var alma = parley.person("silent");
        assertThat(alma.put(SILENCED + "/@Olga", json("{'note': 'called us, 電話'}"))
                        .status())
                .isEqualTo(204);
        assertThat(alma.put(SILENCED + "/olga", json("{'note': 'called us twice'}"))
                        .status())
                .isEqualTo(204);
        assertThat(alma.put(SILENCED + "/sam", "").status()).isEqualTo(204);
        var first = alma.get(SILENCED + "?limit=1");
        assertThat(names(first)).containsExactly("sam");
        var second = alma.get(SILENCED + "?limit=1&cursor=" + first.field("next_cursor"));
        assertThat(names(second)).containsExactly("olga");
        assertThat(second.body().at("/items/0/note").asString()).isEqualTo("called us twice");
        assertThat(second.body().at("/items/0/reason").asString()).isEqualTo("asked");
        assertThat(second.body().at("/items/0/user").asString()).isEqualTo("silent");
        assertThat(names(alma.get(SILENCED + "?q=TWICE"))).containsExactly("olga");
        assertThat(alma.delete(SILENCED + "/olga").status()).isEqualTo(204);
        assertThat(alma.delete(SILENCED + "/olga").status()).isEqualTo(204);
        assertThat(names(alma.get(SILENCED))).containsExactly("sam");
        assertThat(alma.put(SILENCED + "/two%20words", "").error()).isEqualTo("VALIDATION_FAILED");
        assertThat(alma.get("/api/activity").text()).contains("do-not-contact", "may-contact-again");
    }

    @Test
    void a_list_of_people_is_taken_and_given_as_a_spreadsheet() {
        var alma = parley.person("lists");
        assertThat(sendList(alma, "").body().path("added").asInt(-1)).isZero();
        var taken = sendList(
                alma, "\uFEFFUsername;note\r\n@Olga;\"says \"\"no\"\";\nreally\"\r\n\r\nsam\r\nSAM\r\nnot a name\r\n");
        assertThat(taken.body().path("added").asInt()).isEqualTo(2);
        assertThat(taken.body().path("already").asInt()).isZero();
        assertThat(taken.body().path("refused").get(0).asString()).isEqualTo("not a name (line 7)");
        var exported = alma.with("Accept", "text/csv").get(SILENCED).text();
        assertThat(exported)
                .startsWith("username,note,reason,user,created_at\r\n")
                .contains("olga,\"says \"\"no\"\";\nreally\",asked,lists");
        var again = sendList(parley.person("lists.too"), exported);
        assertThat(again.body().path("added").asInt()).isEqualTo(2);
        assertThat(sendList(alma, exported).body().path("already").asInt()).isEqualTo(2);
        var many = sendList(alma, "somebody\n".repeat(10_001));
        assertThat(many.error()).isEqualTo("VALIDATION_FAILED");
        assertThat(sendList(alma, "").body().path("added").asInt()).isZero();
    }

    @Test
    void the_list_is_the_workspaces_own_and_a_viewer_only_reads_it() {
        var studio = new Studio();
        studio.api.put(SILENCED + "/olga", "");
        var stranger = parley.person("stranger");
        assertThat(names(stranger.get(SILENCED))).isEmpty();
        stranger.delete(SILENCED + "/olga");
        var viewer = studio.member("viewer");
        assertThat(names(viewer.get(SILENCED))).containsExactly("olga");
        assertThat(viewer.put(SILENCED + "/sam", "").status()).isEqualTo(403);
        assertThat(viewer.delete(SILENCED + "/olga").status()).isEqualTo(403);
        assertThat(sendList(viewer, "sam").status()).isEqualTo(403);
        assertThat(names(studio.api.get(SILENCED))).containsExactly("olga");
    }

    @Test
    void of_many_who_put_somebody_on_the_list_at_once_one_does() {
        var studio = new Studio();
        var all = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> studio.api.put(SILENCED + "/olga", "").status()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(204);
        assertThat(names(studio.api.get(SILENCED))).containsExactly("olga");
    }

    @Test
    void the_people_of_a_workspace_are_listed_filtered_and_paged() {
        var studio = new Studio();
        assertThat(names(studio.api.get("/api/people"))).containsExactly("olga", "sam");
        assertThat(names(studio.api.get("/api/people?wrote=true"))).containsExactly("olga");
        assertThat(names(studio.api.get("/api/people?wrote=false"))).containsExactly("sam");
        assertThat(names(studio.api.get("/api/people?q=@AM"))).containsExactly("sam");
        assertThat(names(studio.api.get("/api/people?account_id=" + studio.account)))
                .hasSize(2);
        assertThat(names(studio.api.get("/api/people?account_id=" + AccountId.create())))
                .isEmpty();
        var first = studio.api.get("/api/people?limit=1");
        assertThat(names(studio.api.get("/api/people?limit=1&cursor=" + first.field("next_cursor"))))
                .containsExactly("sam");
        assertThat(first.body().at("/items/0/accounts/0/username").asString()).isEqualTo(studio.name);
        assertThat(names(new Studio().api.get("/api/people?account_id=" + studio.account)))
                .isEmpty();
    }

    @Test
    void labels_are_put_on_people_and_gather_them() {
        var studio = new Studio();
        var label = "/labels/sch%C3%B6n%20%F0%9F%92%9B";
        assertThat(studio.api.put("/api/people/olga" + label, "").status()).isEqualTo(204);
        assertThat(studio.api.put("/api/people/olga" + label, "").status()).isEqualTo(204);
        assertThat(studio.api.put("/api/people/olga/labels/VIP", "").status()).isEqualTo(204);
        assertThat(studio.api.get("/api/labels").body().at("/items/0/name").asString())
                .isEqualTo("schön 💛");
        assertThat(names(studio.api.get("/api/people?label=Sch%C3%B6n%20%F0%9F%92%9B")))
                .containsExactly("olga");
        assertThat(names(studio.api.get("/api/people?label=none"))).isEmpty();
        studio.run(() -> parley.bean(Contacts.class)
                .wrote(studio.account, new Person(new PersonId("101"), "olga.renamed"), Instant.now()));
        assertThat(studio.api
                        .get("/api/people/olga.renamed")
                        .body()
                        .at("/person/labels/1")
                        .asString())
                .isEqualTo("vip");
        assertThat(studio.api.delete("/api/people/olga.renamed" + label).status())
                .isEqualTo(204);
        assertThat(studio.api.get("/api/labels").body().path("items")).hasSize(1);
        assertThat(studio.api
                        .put("/api/people/olga.renamed/labels/" + "x".repeat(41), "")
                        .error())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(studio.api.put("/api/people/nobody/labels/vip", "").error()).isEqualTo("PERSON_NOT_FOUND");
        assertThat(new Studio().api.get("/api/labels").body().path("items")).isEmpty();
    }

    @Test
    void notes_are_written_changed_and_deleted_by_who_may() {
        var studio = new Studio();
        var notes = "/api/people/olga/notes";
        var added = studio.api.post(notes, json("{'text': 'likes tea ☕'}"));
        assertThat(added.status()).isEqualTo(201);
        var one = notes + "/" + added.field("id");
        var operator = studio.member("operator");
        assertThat(operator.patch(one, json("{'text': 'likes coffee'}")).status())
                .isEqualTo(200);
        var seen = studio.member("viewer").get("/api/people/olga").body().at("/notes/0");
        assertThat(seen.path("text").asString()).isEqualTo("likes coffee");
        assertThat(seen.path("user").asString()).isEqualTo(studio.name);
        assertThat(seen.path("edited_by").asString()).startsWith("operator");
        assertThat(studio.member("viewer").delete(one).status()).isEqualTo(403);
        var stranger = new Studio().api;
        assertThat(stranger.delete(one).error()).isEqualTo("NOTE_NOT_FOUND");
        assertThat(stranger.patch(one, json("{'text': 'mine'}")).error()).isEqualTo("NOTE_NOT_FOUND");
        assertThat(studio.api
                        .patch("/api/people/sam/notes/" + added.field("id"), json("{'text': 'x'}"))
                        .error())
                .isEqualTo("NOTE_NOT_FOUND");
        assertThat(studio.api.post(notes, json("{'text': ' '}")).error()).isEqualTo("VALIDATION_FAILED");
        assertThat(studio.api
                        .post(notes, json("{'text': '%s'}".formatted("x".repeat(4_001))))
                        .error())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(studio.api.delete(one).status()).isEqualTo(204);
        assertThat(studio.api.delete(one).error()).isEqualTo("NOTE_NOT_FOUND");
    }

    @Test
    void whoever_asks_for_no_more_messages_is_put_on_the_list() {
        var studio = new Studio();
        var optOut = parley.bean(OptOut.class);
        studio.run(() -> {
            var account = parley.bean(Accounts.class).get(studio.account);
            var olga = new Person(new PersonId("101"), "olga");
            assertThat(optOut.hear(account, olga, "When does the bus stop?")).isFalse();
            assertThat(optOut.hear(account, olga, "  STOP!! ")).isTrue();
            assertThat(optOut.hear(account, olga, "stop")).isFalse();
            assertThat(optOut.hear(account, new Person(new PersonId("102"), "sam"), "Please don’t contact me again."))
                    .isTrue();
        });
        var listed = studio.api.get(SILENCED);
        assertThat(names(listed)).containsExactly("sam", "olga");
        assertThat(listed.body().at("/items/0/reason").asString()).isEqualTo("opted_out");
        assertThat(studio.api.get("/api/activity").text()).contains("opt-out").doesNotContain("contact me");
    }

    @Test
    void a_workspace_has_its_own_words_for_that() {
        var studio = new Studio();
        assertThat(studio.api.get("/api/opt-out-words").text()).contains("unsubscribe");
        assertThat(studio.api
                        .put("/api/opt-out-words", json("{'words': ['Schluss', 'もう結構', '!!']}"))
                        .status())
                .isEqualTo(200);
        assertThat(studio.api.get("/api/opt-out-words").body().path("words")).hasSize(2);
        var words = parley.bean(OptOutWords.class);
        studio.run(() -> {
            assertThat(words.asksToStop("schluss.")).isTrue();
            assertThat(words.asksToStop("もう結構")).isTrue();
            assertThat(words.asksToStop("stop")).isFalse();
            assertThat(words.asksToStop("")).isFalse();
            assertThat(words.asksToStop("schluss ".repeat(100_000))).isFalse();
        });
        assertThat(studio.member("operator")
                        .put("/api/opt-out-words", json("{'words': []}"))
                        .status())
                .isEqualTo(403);
        assertThat(new Studio().api.get("/api/opt-out-words").text()).contains("unsubscribe");
        assertThat(studio.api
                        .put("/api/opt-out-words", json("{'words': [null]}"))
                        .error())
                .isEqualTo("VALIDATION_FAILED");
    }

    /** With all that is ever held of somebody. */
    private static Studio studioThatKnows(String name, String number) {
        var studio = new Studio();
        studio.run(() -> parley.bean(Contacts.class)
                .written(studio.account, new Person(new PersonId(number), name), Instant.now()));
        Stream.of("""
                insert into messages (id, workspace_id, account_id, account_name, user_id, driver, recipient, recipient_id, content,
                    lane, status, token, correlation_id)
                values (gen_random_uuid(), current_workspace(), :account, 'studio', :user, 'mobile', '%1$s', '%2$s', 'Quiet words',
                    0, 'sent', '6800011111111111112', 'c')
                """, """
                with job as (
                    insert into jobs (id, workspace_id, user_id, account_id, account_name, kind, hashtag, amount, state, correlation_id)
                    values (gen_random_uuid(), current_workspace(), :user, :account, 'studio', 'follow-hashtag', 'travel', 5,
                        'completed', 'c')
                    returning id)
                insert into job_targets (job_id, instagram_user_id, workspace_id, position, username, state)
                select id, '%2$s', current_workspace(), 1, '%1$s', 'succeeded' from job
                """, """
                insert into ended_actions (id, workspace_id, account_id, lane, kind, state, attempts, target_id, target, user_id, created_at)
                values (gen_random_uuid(), current_workspace(), :account, 2, 'follow', 'succeeded', 1, '%2$s', '%1$s', :user, now())
                """, """
                insert into activity_logs (id, workspace_id, account_id, user_id, action, status, subject, error_message, metadata)
                values (gen_random_uuid(), current_workspace(), :account, :user, 'follow', 'failed', '%1$s',
                    'Nobody follows @%1$s. Ask @%1$s.too.', '{"of": "%1$s", "about": {"n": 1}}')
                """).forEach(sql -> studio.sql(sql.formatted(name, number)));
        studio.api.post("/api/people/" + name + "/notes", json("{'text': 'About " + name + "'}"));
        studio.api.put("/api/people/" + name + "/labels/vip", "");
        studio.api.put(SILENCED + "/" + name, json("{'note': 'about " + name + "'}"));
        studio.api.put(PEOPLE + "/" + name, "{}");
        return studio;
    }

    /** Wherever the name or the number stands in the workspace. */
    private static List<String> tablesThatTell(Studio studio, String name) {
        var owner = parley.database().owner();
        return owner.sql("""
                    select relname from pg_class
                    where relkind in ('r', 'p') and not relispartition and relrowsecurity
                      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'workspace_id')
                    order by relname
                    """).query((row, n) -> requireNonNull(row.getString(1))).list().stream()
                .filter(table -> owner.sql(
                                "select exists (select from %s t where workspace_id = :workspace and t::text ~ :name)"
                                        .formatted(table))
                        .param("workspace", studio.owner.workspace().value())
                        .param("name", name)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void whoever_is_erased_stands_nowhere_any_more_and_stays_recognised() {
        var other = studioThatKnows("erase.me", "7770001117771");
        var studio = studioThatKnows("erase.me", "7770001117771");
        assertThat(tablesThatTell(studio, "erase.me"))
                .contains(
                        "activity_logs",
                        "contacts",
                        "do_not_contact",
                        "ended_actions",
                        "job_targets",
                        "messages",
                        "protected_people");
        assertThat(studio.member("operator").delete("/api/people/erase.me").status())
                .isEqualTo(403);
        assertThat(studio.api.delete("/api/people/erase.me").status()).isEqualTo(204);
        assertThat(studio.api.delete("/api/people/erase.me").status()).isEqualTo(204);

        assertThat(tablesThatTell(studio, "erase.me(?!.too)|7770001117771")).isEmpty();
        assertThat(studio.api.get("/api/activity").text()).contains("erase-person", "@erase.me.too");
        assertThat(studio.api.get("/api/people/erase.me").error()).isEqualTo("PERSON_NOT_FOUND");
        assertThat(studio.api.get(SILENCED).body().at("/items/0/reason").asString())
                .isEqualTo("erased");
        studio.run(() -> {
            assertThat(parley.bean(DoNotContact.class).contains("renamed", new PersonId("7770001117771")))
                    .isTrue();
            assertThat(parley.bean(Contacts.class).protectedOf(List.of("erase.me", "sam")))
                    .containsExactly("erase.me");
        });
        assertThat(other.api.get("/api/people/erase.me/export").text()).contains("Quiet words");
        assertThat(studio.api.delete(SILENCED + "/erase.me").status()).isEqualTo(204);
        assertThat(names(studio.api.get(SILENCED))).isEmpty();
    }

    @Test
    void all_that_is_known_of_somebody_is_given_as_a_file() {
        var studio = studioThatKnows("export.me", "7772");
        var file = studio.member("viewer").get("/api/people/export.me/export");
        assertThat(file.header("Content-Disposition")).contains("export.me.json");
        assertThat(file.body().at("/facts/messages/0/text").asString()).isEqualTo("Quiet words");
        assertThat(file.body().at("/facts/jobs/0/what").asString()).isEqualTo("Followed by a job for #travel");
        assertThat(file.body().at("/notes/0/text").asString()).isEqualTo("About export.me");
        assertThat(file.body().at("/person/do_not_contact").asBoolean()).isTrue();
        assertThat(new Studio().api.get("/api/people/export.me/export").text()).doesNotContain("Quiet words");
    }

    @Test
    void the_pages_tell_the_same_and_work_without_scripts() {
        var studio = studioThatKnows("page.me", "7773");
        var page = parley.visitor(studio.name);
        assertThat(page.get("/people").words()).contains("@olga", "@sam", "@page.me Do not contact", "vip");
        assertThat(page.get("/people?label=vip").words()).contains("@page.me").doesNotContain("@olga");
        assertThat(page.get("/people?account=nonsense").status()).isEqualTo(400);
        assertThat(page.get("/people?q=nobody").words()).contains("Nobody is like that");
        var person = "/people/page.me";
        assertThat(page.get(person).words())
                .contains("About page.me", "Followed by a job for #travel", "Quiet words", "Take off the list");
        var empty = page.submit(person + "/notes", "text", " ");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.words()).contains("must be 1 to 4000 characters");
        page.submit(person + "/notes", "text", "<script>alert(1)</script>");
        assertThat(page.get(person).text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        page.submit(person + "/labels", "label", "Grüße & Küsse");
        assertThat(page.get(person).words()).contains("grüße & küsse");
        page.delete(person + "/labels?label=gr%C3%BC%C3%9Fe+%26+k%C3%BCsse");
        assertThat(page.get(person + "/erasure").words()).contains("Erase @page.me?");
        var wrong = page.submit(person, "_method", "delete", "name", "olga");
        assertThat(wrong.words()).contains("must be the person's username");
        assertThat(page.submit(person, "_method", "delete", "name", "@Page.me").location())
                .isEqualTo("/people");
        assertThat(page.get(person).status()).isEqualTo(404);
    }

    @Test
    void the_list_is_kept_on_its_page_too() {
        var studio = new Studio();
        var page = parley.visitor(studio.name);
        assertThat(page.get("/do-not-contact").words()).contains("Nobody is on the list", "unsubscribe");
        assertThat(page.submit("/do-not-contact", "username", "two words", "note", "why")
                        .words())
                .contains("must be at most 30 letters");
        assertThat(page.submit("/do-not-contact", "username", "@Olga", "note", "called")
                        .location())
                .isEqualTo("/do-not-contact");
        assertThat(page.submit("/do-not-contact/list", "csv", "olga\nsam,by letter\n=x")
                        .words())
                .contains("1 added; 1 were on the list already", "No usernames: =x");
        assertThat(page.get("/do-not-contact?q=letter").words())
                .contains("@sam")
                .doesNotContain("@olga Added");
        assertThat(page.submit("/do-not-contact/words", "words", "basta\n\n").location())
                .isEqualTo("/do-not-contact");
        assertThat(page.get("/do-not-contact").words()).contains("basta").doesNotContain("unsubscribe");
        page.delete("/do-not-contact/olga");
        assertThat(page.get("/do-not-contact").words()).contains("@sam").doesNotContain("@olga");
        assertThat(page.get("/do-not-contact/csv").text()).contains("sam,by letter,asked," + studio.name);
    }
}
