package dev.parley.server.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingAccounts;
import java.time.Clock;
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
