package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.PeopleApi.NewPerson;
import dev.parley.server.mail.Outbox;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people of the instance, on pages for administrators. */
@Controller
@RequestMapping(PeoplePages.PAGE)
@Needs(Right.ADMINISTER)
class PeoplePages {

    static final String PAGE = "/admin/people";
    private static final int SHOWN = 50;

    private final People people;
    private final ManagePeople manage;
    private final SecondFactors secondFactors;
    private final Outbox outbox;

    PeoplePages(People people, ManagePeople manage, SecondFactors secondFactors, Outbox outbox) {
        this.people = people;
        this.manage = manage;
        this.secondFactors = secondFactors;
        this.outbox = outbox;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String after) {
        return list(after, new TypedPerson("", "", Role.USER), Wrong.nothing());
    }

    @PostMapping
    @FreshSignIn(page = PAGE)
    ModelAndView add(@Valid NewPerson wanted, BindingResult form, TypedPerson typed) {
        try {
            Wrong.refuse(form);
            var role = wanted.role() == null ? Role.USER : wanted.role();
            var password = PasswordRules.generate();
            var person = manage.add(wanted.username(), wanted.email(), role, password);
            return one(person, Wrong.nothing()).addObject("password", password);
        } catch (BotException refused) {
            return list(null, typed, new Wrong(refused));
        }
    }

    private ModelAndView list(@Nullable String after, TypedPerson typed, Wrong wrong) {
        var found = people.list(after, SHOWN + 1);
        var shown = found.stream().limit(SHOWN).toList();
        return wrong.on(new ModelAndView("identity/people")
                .addObject("people", shown.stream().map(PersonView::of).toList())
                .addObject("first", after == null)
                .addObject(
                        "next", found.size() > SHOWN ? encoded(shown.getLast().username()) : null)
                .addObject("typed", typed)
                .addObject("mailIsSent", outbox.isOpen()));
    }

    private static String encoded(String username) {
        return URLEncoder.encode(username, StandardCharsets.UTF_8);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UserId id) {
        return one(people.get(id), Wrong.nothing());
    }

    private ModelAndView one(Person person, Wrong wrong) {
        return wrong.on(new ModelAndView("identity/person")
                .addObject("person", PersonView.of(person))
                .addObject("factors", factors(person.id()))
                .addObject("password", null));
    }

    private String factors(UserId id) {
        return FactorMethod.words(secondFactors.of(id));
    }

    @PostMapping("/{id}/role")
    @FreshSignIn(page = PAGE)
    ModelAndView changeRole(@PathVariable UserId id, @RequestParam Role role) {
        return changed(id, role, null);
    }

    @PostMapping("/{id}/suspension")
    ModelAndView disable(@PathVariable UserId id) {
        return changed(id, null, true);
    }

    @DeleteMapping("/{id}/suspension")
    ModelAndView enable(@PathVariable UserId id) {
        return changed(id, null, false);
    }

    private ModelAndView changed(UserId id, @Nullable Role role, @Nullable Boolean disabled) {
        try {
            manage.change(id, null, role, disabled);
            return new ModelAndView("redirect:/admin/people/" + id);
        } catch (BotException refused) {
            return one(people.get(id), new Wrong(refused));
        }
    }

    /** Answers with the page itself, because the password is shown this once. */
    @PostMapping("/{id}/password")
    ModelAndView reset(@PathVariable UserId id) {
        var password = manage.resetPassword(id);
        return one(people.get(id), Wrong.nothing()).addObject("password", password);
    }

    /** Asks before anybody has nothing but the password. */
    @GetMapping("/{id}/factors/removal")
    @FreshSignIn
    ModelAndView confirmFactors(@PathVariable UserId id) {
        return new ModelAndView("identity/factors-removal")
                .addObject("person", PersonView.of(people.get(id)))
                .addObject("factors", factors(id));
    }

    @DeleteMapping("/{id}/factors")
    @FreshSignIn(page = PAGE)
    ModelAndView removeFactors(@PathVariable UserId id) {
        manage.removeFactors(id);
        return new ModelAndView("redirect:/admin/people/" + id);
    }

    /** Asks before anybody is removed. */
    @GetMapping("/{id}/removal")
    ModelAndView confirm(@PathVariable UserId id) {
        return new ModelAndView("identity/removal").addObject("person", PersonView.of(people.get(id)));
    }

    @DeleteMapping("/{id}")
    ModelAndView remove(@PathVariable UserId id) {
        try {
            manage.remove(id);
            return new ModelAndView("redirect:/admin/people");
        } catch (BotException refused) {
            return one(people.get(id), new Wrong(refused));
        }
    }
}
