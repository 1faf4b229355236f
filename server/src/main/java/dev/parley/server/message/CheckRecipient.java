package dev.parley.server.message;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Window;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.contact.Contact;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.message.Correspondents.Address;
import dev.parley.server.tenancy.Tenancy;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Instagram whether the account may write to somebody. */
@Component
class CheckRecipient implements ActionHandler<CheckRecipient.Answer> {

    static final String KIND = "check-recipient";
    static final String CODE = "code";
    static final String DETAIL = "detail";
    static final String UNTIL = "until";

    private final Tenancy tenancy;
    private final Contacts contacts;
    private final Correspondents correspondents;

    CheckRecipient(Tenancy tenancy, Contacts contacts, Correspondents correspondents) {
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.correspondents = correspondents;
    }

    /**
     * @param forbidding why not; null if the account may write, as far as Instagram tells before
     * @param until when that ends; null where it does not
     */
    record Answer(@Nullable Trouble forbidding, @Nullable Instant until) {

        static final Answer YES = new Answer(null, null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public Performed<Answer> perform(Attempt attempt) {
        var action = attempt.action();
        var username = String.valueOf(action.target());
        var id = tenancy.in(
                action.workspace(),
                () -> contacts.find(action.account(), username).map(Contact::id).orElse(null));
        var recipient = new Recipient(username, id, null);
        return switch (correspondents.of(attempt.account().driver(), recipient, attempt.instagram())) {
            case Outcome.Done<Address>(Address address) -> window(address, attempt.instagram());
            case Outcome.Refused<Address>(Refusal refusal) -> answer(refusal);
        };
    }

    private static Performed<Answer> window(Address address, Instagram instagram) {
        var person = address.person();
        if (person == null) {
            return new Performed.Succeeded<>(Answer.YES);
        }
        return switch (instagram.window(person)) {
            case Outcome.Done<Window>(Window.Always always) -> new Performed.Succeeded<>(Answer.YES);
            case Outcome.Done<Window>(Window.Until until) ->
                new Performed.Succeeded<>(new Answer(null, until.forHumanAgents()));
            case Outcome.Done<Window>(Window.NeverOpened never) ->
                answer(new Refusal.WindowClosed("@" + person.username() + " has not written to this account."));
            case Outcome.Refused<Window>(Refusal refusal) -> answer(refusal);
        };
    }

    private static Performed<Answer> answer(Refusal refusal) {
        return refusal instanceof Refusal.TargetRefused target
                ? new Performed.Succeeded<>(new Answer(MessageRefusals.of(target), null))
                : new Performed.Refused<>(refusal);
    }

    @Override
    public boolean writesItsOwnActivity() {
        return true;
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Answer> ending) {
        return () ->
                Settled.telling(ending instanceof Ending.Succeeded<Answer>(Answer answer) ? texts(answer) : Map.of());
    }

    private static Map<String, String> texts(Answer answer) {
        var forbidding = answer.forbidding();
        if (forbidding != null) {
            return Map.of(CODE, forbidding.code().name(), DETAIL, forbidding.detail());
        }
        return answer.until() == null ? Map.of() : Map.of(UNTIL, answer.until().toString());
    }

    static @Nullable Trouble forbidding(Map<String, String> texts) {
        var code = texts.get(CODE);
        return code == null ? null : new Trouble(ErrorCode.named(code), texts.getOrDefault(DETAIL, ""));
    }
}
