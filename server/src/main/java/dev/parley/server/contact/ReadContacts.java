package dev.parley.server.contact;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.contact.ContactFacts.Fact;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of a workspace as people and programs see them. Joins the caller's transaction. */
@Component
class ReadContacts {

    private final ContactRows rows;
    private final Accounts accounts;
    private final Labels labels;
    private final Notes notes;
    private final DoNotContact doNotContact;
    private final List<ContactFacts> facts;

    ReadContacts(
            ContactRows rows,
            Accounts accounts,
            Labels labels,
            Notes notes,
            DoNotContact doNotContact,
            List<ContactFacts> facts) {
        this.rows = rows;
        this.accounts = accounts;
        this.labels = labels;
        this.notes = notes;
        this.doNotContact = doNotContact;
        this.facts = facts;
    }

    Page<ContactView> page(ContactFilter filter, @Nullable String after, int limit) {
        var names = Page.of(rows.names(filter, after, limit + 1), limit, name -> name);
        return new Page<>(views(names.items()), names.nextCursor());
    }

    private List<ContactView> views(List<String> names) {
        var contacts = rows.of(names).stream().collect(groupingBy(Contact::username));
        var numbers = ContactView.numbers(
                contacts.values().stream().flatMap(List::stream).toList());
        var labelled = labels.of(numbers);
        var accountNames = accounts.all().stream().collect(Collectors.toMap(Account::id, Account::username));
        var silenced = new HashSet<>(doNotContact.among(names));
        silenced.addAll(doNotContact.numbersAmong(numbers));
        return names.stream()
                .map(name -> view(name, contacts.getOrDefault(name, List.of()), accountNames, labelled, silenced))
                .toList();
    }

    private ContactView view(
            String name,
            List<Contact> contacts,
            Map<AccountId, String> accountNames,
            Map<String, Set<String>> labelled,
            Set<String> silenced) {
        var numbers = ContactView.numbers(contacts);
        return new ContactView(
                name,
                numbers,
                contacts.stream()
                        .map(contact -> ContactView.Known.of(contact, accountNames.getOrDefault(contact.account(), "")))
                        .toList(),
                numbers.stream()
                        .flatMap(number -> labelled.getOrDefault(number, Set.of()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                silenced.contains(name) || numbers.stream().anyMatch(silenced::contains));
    }

    /** Refuses with PERSON_NOT_FOUND whom no account knows. */
    ContactView one(String username) {
        var view = views(List.of(username)).getFirst();
        if (view.accounts().isEmpty()) {
            throw notFound(username);
        }
        return view;
    }

    ContactDetail detail(String username, int mostFacts) {
        return detail(one(username), mostFacts);
    }

    /** Everything, of somebody whom perhaps no account has ever met. */
    ContactDetail everything(String username, int mostFacts) {
        return detail(views(List.of(username)).getFirst(), mostFacts);
    }

    private ContactDetail detail(ContactView view, int mostFacts) {
        return new ContactDetail(view, notes.of(view.numbers()), facts(view.username(), view.numbers(), mostFacts));
    }

    private Map<String, List<Fact>> facts(String username, Collection<String> numbers, int most) {
        var known = new TreeMap<String, List<Fact>>();
        facts.forEach(one -> known.put(one.name(), one.of(username, numbers, most)));
        return known;
    }

    private static BotException notFound(String username) {
        return new BotException(
                ErrorCode.PERSON_NOT_FOUND,
                "No account of this workspace has had anything to do with @" + username + ".");
    }
}
