package dev.parley.server.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.contact.DoNotContact.Reason;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactsTest {

    private static final PersonId OLGA = new PersonId("101");
    private static final PersonId SAM = new PersonId("102");

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static int people;

    private final Caller alma = database.person("alma" + people++);
    private final Caller tomas = database.person("tomas" + people++);
    private final AccountId account = TestingAccounts.add(database, alma, "alma.plain");
    private final Contacts contacts = new Contacts(database.tenancy(), database.client(), Clock.systemUTC());
    private final ProtectedPeople protectedPeople = new ProtectedPeople(database.client());

    @Test
    void whom_an_account_touched_is_remembered_for_this_account_only() {
        var second = TestingAccounts.add(database, alma, "alma.second");
        database.tenancy().run(alma.workspace(), () -> {
            contacts.touch(account, OLGA, "olga");
            contacts.touch(account, OLGA, "olga.renamed");
        });
        database.tenancy().run(alma.workspace(), () -> {
            assertThat(contacts.touched(account, List.of(OLGA, SAM))).containsExactly(OLGA);
            assertThat(contacts.touched(second, List.of(OLGA, SAM))).isEmpty();
        });
    }

    @Test
    void whoever_only_wrote_is_known_but_not_touched() {
        var monday = Instant.parse("2026-11-23T10:00:00Z");
        database.tenancy().run(alma.workspace(), () -> {
            contacts.wrote(account, new Person(OLGA, "olga"), monday);
            contacts.wrote(account, new Person(OLGA, "olga"), monday.minusSeconds(60));
        });
        database.tenancy().run(alma.workspace(), () -> {
            assertThat(contacts.touched(account, List.of(OLGA))).isEmpty();
            assertThat(contacts.find(account, "olga"))
                    .hasValueSatisfying(contact -> assertThat(contact.wroteAt()).isEqualTo(monday))
                    .hasValueSatisfying(
                            contact -> assertThat(contact.writtenAt()).isNull());
            contacts.written(account, new Person(OLGA, "olga"), monday);
        });
        database.tenancy()
                .run(
                        alma.workspace(),
                        () -> assertThat(contacts.touched(account, List.of(OLGA)))
                                .containsExactly(OLGA));
    }

    @Test
    void nobody_writes_to_whoever_is_on_the_list_by_name_or_by_number() {
        var silenced = new ArrayList<Object>();
        var tenancy = database.tenancy();
        var list = new DoNotContact(tenancy, database.client(), silenced::add);
        tenancy.run(alma.workspace(), () -> {
            assertThat(list.add("olga", OLGA, Reason.OPTED_OUT, null, null)).isTrue();
            assertThat(list.add("olga.renamed", OLGA, Reason.ASKED, "called us", "alma"))
                    .isFalse();
            assertThat(list.among(List.of("olga", "sam"))).containsExactly("olga");
            assertThat(list.contains("olga.renamed", OLGA)).isTrue();
            assertThat(list.contains("olga.renamed", null)).isFalse();
            assertThat(list.contains("sam", SAM)).isFalse();
        });
        assertThat(silenced).containsExactly(new PersonSilenced(alma.workspace(), "olga", OLGA));
        tenancy.run(tomas.workspace(), () -> {
            assertThat(list.among(List.of("olga"))).isEmpty();
            assertThat(list.contains("olga", OLGA)).isFalse();
        });
    }

    @Test
    void whoever_is_taken_off_the_list_can_be_written_to_again() {
        var tenancy = database.tenancy();
        var list = new DoNotContact(tenancy, database.client(), silenced -> {});
        tenancy.run(alma.workspace(), () -> list.add("olga", OLGA, Reason.ASKED, null, null));
        tenancy.run(tomas.workspace(), () -> assertThat(list.remove("olga")).isFalse());
        tenancy.run(alma.workspace(), () -> {
            assertThat(list.remove("olga")).isTrue();
            assertThat(list.remove("olga")).isFalse();
            assertThat(list.contains("olga", OLGA)).isFalse();
            assertThat(list.add("olga", OLGA, Reason.ASKED, null, null)).isTrue();
        });
    }

    @Test
    void of_whoever_is_erased_only_hashes_tell_that_they_are_on_the_list() {
        var silenced = new ArrayList<Object>();
        var tenancy = database.tenancy();
        var list = new DoNotContact(tenancy, database.client(), silenced::add);
        tenancy.run(alma.workspace(), () -> {
            list.add("sam", SAM, Reason.ASKED, "called us", "alma");
            list.erase("sam", SAM);
            list.erase("sam", SAM);
            list.erase("olga", null);
            assertThat(list.among(List.of("sam", "olga"))).containsExactlyInAnyOrder("sam", "olga");
            assertThat(list.contains("sam.renamed", SAM)).isTrue();
        });
        assertThat(silenced)
                .containsExactly(
                        new PersonSilenced(alma.workspace(), "sam", SAM),
                        new PersonSilenced(alma.workspace(), "olga", null));
        var kept = database.owner()
                .sql("select string_agg(d::text, ' ') from do_not_contact d where workspace_id = :workspace")
                .param("workspace", alma.workspace().value())
                .query(String.class)
                .single();
        assertThat(kept).contains("erased").doesNotContain("sam", "olga", "called us", "alma");
    }

    @Test
    void protected_people_are_the_workspaces_own() {
        database.tenancy().run(alma.workspace(), () -> protectedPeople.protect("mother", "family"));
        database.tenancy()
                .run(
                        alma.workspace(),
                        () -> assertThat(contacts.protectedOf(List.of("mother", "olga")))
                                .containsExactly("mother"));
        database.tenancy()
                .run(
                        tomas.workspace(),
                        () -> assertThat(contacts.protectedOf(List.of("mother", "olga")))
                                .isEmpty());
    }

    @Test
    void released_people_are_protected_no_longer() {
        database.tenancy().run(alma.workspace(), () -> {
            protectedPeople.protect("mother", null);
            protectedPeople.release("mother");
            assertThat(contacts.protectedOf(List.of("mother"))).isEmpty();
        });
    }

    @Test
    void the_list_is_paged_by_name() {
        database.tenancy().run(alma.workspace(), () -> {
            Stream.of("c", "a", "b").forEach(name -> protectedPeople.protect(name, null));
            var first = protectedPeople.page(null, 2);
            assertThat(first.items()).extracting(ProtectedPerson::username).containsExactly("a", "b");
            var second = protectedPeople.page(first.nextCursor(), 2);
            assertThat(second.items()).extracting(ProtectedPerson::username).containsExactly("c");
            assertThat(second.nextCursor()).isNull();
        });
    }
}
