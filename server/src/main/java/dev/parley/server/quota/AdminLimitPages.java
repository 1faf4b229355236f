package dev.parley.server.quota;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The instance's default limits, how they grow for accounts that are new, and those of single people. */
@Controller
@RequestMapping(AdminLimitPages.PAGE)
@Needs(Right.ADMINISTER)
class AdminLimitPages {

    static final String PAGE = "/admin/limits";

    private final Tenancy tenancy;
    private final Limits limits;
    private final ChangeLimits changeLimits;
    private final WarmUps warmUps;
    private final ChangeWarmUp changeWarmUp;
    private final KnownPeople people;

    AdminLimitPages(
            Tenancy tenancy,
            Limits limits,
            ChangeLimits changeLimits,
            WarmUps warmUps,
            ChangeWarmUp changeWarmUp,
            KnownPeople people) {
        this.tenancy = tenancy;
        this.limits = limits;
        this.changeLimits = changeLimits;
        this.warmUps = warmUps;
        this.changeWarmUp = changeWarmUp;
        this.people = people;
    }

    @GetMapping
    ModelAndView show() {
        return page(TypedLimits.of(limits.of(new Whose.Everybody())), weeks(), Wrong.nothing());
    }

    @PostMapping
    ModelAndView set(@RequestParam Map<String, String> form) {
        var typed = new TypedLimits(form);
        try {
            change(new Whose.Everybody(), typed.parse(changeLimits.known(), true));
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(typed, weeks(), new Wrong(refused));
        }
    }

    @PostMapping("/warm-up")
    ModelAndView warmUp(@RequestParam(defaultValue = "") String percents) {
        try {
            var parsed = parse(percents);
            tenancy.unbound(() -> {
                changeWarmUp.everywhere(parsed);
                return parsed;
            });
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(TypedLimits.of(limits.of(new Whose.Everybody())), percents, new Wrong(refused));
        }
    }

    private String weeks() {
        return warmUps.percents().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<Integer> parse(String percents) {
        var typed = Arrays.stream(percents.split(",", -1)).map(String::strip).toList();
        if (typed.equals(List.of(""))) {
            return List.of();
        }
        if (typed.size() > AdminWarmUpApi.MOST_WEEKS || !typed.stream().allMatch(one -> one.matches("[1-9]\\d?|100"))) {
            throw Wrong.refusal(
                    "percents",
                    "must be numbers from 1 to 100 with commas between them, one for each of at most %d weeks"
                            .formatted(AdminWarmUpApi.MOST_WEEKS));
        }
        return typed.stream().map(Integer::valueOf).toList();
    }

    private ModelAndView page(TypedLimits typed, String percents, Wrong wrong) {
        var limited = people.of(limits.people()).values().stream()
                .sorted(Comparator.comparing(Person::username))
                .toList();
        return wrong.on(new ModelAndView("quota/instance")
                .addObject("actions", changeLimits.known())
                .addObject("typed", typed)
                .addObject("percents", percents)
                .addObject("people", limited));
    }

    @GetMapping("/{user}")
    ModelAndView showPerson(@PathVariable UserId user) {
        return page(person(user), TypedLimits.of(limits.of(new Whose.Person(user))), Wrong.nothing());
    }

    /** Empty for what everybody may do. */
    @PostMapping("/{user}")
    ModelAndView setPerson(@PathVariable UserId user, @RequestParam Map<String, String> form) {
        var typed = new TypedLimits(form);
        var person = person(user);
        try {
            change(new Whose.Person(user), typed.parse(changeLimits.known(), false));
            return new ModelAndView("redirect:" + PAGE + "/" + user);
        } catch (BotException refused) {
            return page(person, typed, new Wrong(refused));
        }
    }

    private void change(Whose whose, List<Limit> wanted) {
        tenancy.unbound(() -> {
            changeLimits.set(whose, wanted);
            return wanted;
        });
    }

    private Person person(UserId user) {
        var found = people.of(List.of(user)).get(user);
        if (found == null) {
            throw new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + user + ".");
        }
        return found;
    }

    private ModelAndView page(Person person, TypedLimits typed, Wrong wrong) {
        return wrong.on(new ModelAndView("quota/person")
                .addObject("person", person)
                .addObject("inForce", limits.inForce(person.id()))
                .addObject("typed", typed));
    }
}
