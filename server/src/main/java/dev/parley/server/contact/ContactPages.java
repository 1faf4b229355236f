package dev.parley.server.contact;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people whom the accounts have had to do with, and the page of each. */
@Controller
@RequestMapping(ContactPages.PAGE)
@Needs(Right.RUN)
class ContactPages {

    static final String PAGE = "/people";

    private static final int SHOWN = 50;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final ReadContacts read;
    private final Labels labels;
    private final KeepContact keep;
    private final ErasePerson erase;
    private final ExportPerson export;

    ContactPages(
            Tenancy tenancy,
            Accounts accounts,
            ReadContacts read,
            Labels labels,
            KeepContact keep,
            ErasePerson erase,
            ExportPerson export) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.read = read;
        this.labels = labels;
        this.keep = keep;
        this.erase = erase;
        this.export = export;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView list(Caller caller, ContactSearch search, @RequestParam(required = false) @Nullable String cursor) {
        try {
            var filter = search.filter();
            var found = tenancy.in(caller.workspace(), () -> read.page(filter, cursor, SHOWN));
            return page(caller, search, found, cursor == null, Wrong.nothing());
        } catch (BotException refused) {
            return page(caller, search, new Page<>(List.of(), null), true, new Wrong(refused));
        }
    }

    private ModelAndView page(
            Caller caller, ContactSearch search, Page<ContactView> found, boolean beginning, Wrong wrong) {
        var typed = search.typed();
        return tenancy.in(
                caller.workspace(),
                () -> wrong.on(new ModelAndView("contact/list")
                        .addObject("search", search)
                        .addObject("found", found)
                        .addObject("first", beginning ? null : PAGE + typed.query())
                        .addObject("next", found.nextCursor() == null ? null : typed.next(PAGE, found.nextCursor()))
                        .addObject("accounts", accounts.all())
                        .addObject("labels", labels.all())));
    }

    @GetMapping("/{username}")
    @Needs(Right.READ)
    ModelAndView show(Caller caller, @PathVariable String username) {
        return person(caller, username, "", Wrong.nothing());
    }

    private ModelAndView person(Caller caller, String username, String typed, Wrong wrong) {
        var name = Usernames.of(username);
        return tenancy.in(
                caller.workspace(),
                () -> wrong.on(new ModelAndView("contact/person")
                        .addObject("detail", read.detail(name, ContactApi.SHOWN_FACTS))
                        .addObject("accounts", accounts.all())
                        .addObject("known", labels.all())
                        .addObject("typed", typed)));
    }

    @GetMapping("/{username}/export")
    @Needs(Right.READ)
    ResponseEntity<ContactDetail> export(Caller caller, @PathVariable String username) {
        return export.file(caller, Usernames.of(username));
    }

    @PostMapping("/{username}/notes")
    ModelAndView addNote(Caller caller, @PathVariable String username, @RequestParam(defaultValue = "") String text) {
        return change(caller, username, text, name -> keep.addNote(caller, name, written(text)));
    }

    @PostMapping("/{username}/notes/{id}")
    ModelAndView editNote(
            Caller caller,
            @PathVariable String username,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text) {
        return change(caller, username, text, name -> keep.editNote(caller, name, id, written(text)));
    }

    @DeleteMapping("/{username}/notes/{id}")
    ModelAndView removeNote(Caller caller, @PathVariable String username, @PathVariable UUID id) {
        return change(caller, username, "", name -> keep.removeNote(name, id));
    }

    @PostMapping("/{username}/labels")
    ModelAndView putLabel(Caller caller, @PathVariable String username, @RequestParam(defaultValue = "") String label) {
        return change(caller, username, "", name -> keep.putLabel(name, Labels.normalised(label)));
    }

    @DeleteMapping("/{username}/labels")
    ModelAndView takeLabel(
            Caller caller, @PathVariable String username, @RequestParam(defaultValue = "") String label) {
        return change(caller, username, "", name -> keep.takeLabel(name, Labels.normalised(label)));
    }

    private interface Change {
        void of(String username);
    }

    private ModelAndView change(Caller caller, String username, String typed, Change change) {
        var name = Usernames.of(username);
        try {
            tenancy.run(caller.workspace(), () -> change.of(name));
            return new ModelAndView("redirect:" + PAGE + "/" + name);
        } catch (BotException refused) {
            return person(caller, name, typed, new Wrong(refused));
        }
    }

    private static String written(String text) {
        if (text.isBlank() || text.length() > ContactNotesApi.LONGEST) {
            throw Wrong.refusal("text", "must be 1 to %d characters".formatted(ContactNotesApi.LONGEST));
        }
        return text.strip();
    }

    /** Asks for the name before all of it goes. */
    @GetMapping("/{username}/erasure")
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    ModelAndView confirm(@PathVariable String username) {
        return erasure(Usernames.of(username), "", Wrong.nothing());
    }

    @DeleteMapping("/{username}")
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    ModelAndView erase(Caller caller, @PathVariable String username, @RequestParam(defaultValue = "") String name) {
        var wanted = Usernames.of(username);
        try {
            if (!Usernames.parse(name).equals(Usernames.parse(wanted))) {
                throw Wrong.refusal("name", "must be the person's username");
            }
            erase.erase(caller, wanted);
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return erasure(wanted, name, new Wrong(refused));
        }
    }

    private static ModelAndView erasure(String username, String typed, Wrong wrong) {
        return wrong.on(new ModelAndView("contact/erasure")
                .addObject("username", username)
                .addObject("typed", typed));
    }
}
