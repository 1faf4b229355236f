package dev.parley.server.conversation;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.PersonId;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Accounts.Owned;
import dev.parley.server.account.Sessions;
import dev.parley.server.tenancy.Tenancy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stores what Instagram tells by itself, however often and in whatever order it does. Of accounts that are not here nothing is kept.
 * Since a webhook names people by numbers alone and may be lost, the inbox is read as well.
 */
@Component
class ReceiveEvents {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ToldMessages told;
    private final KeepNews keepNews;
    private final OrderSync order;
    private final LeaveOutErased leaveOutErased;

    ReceiveEvents(
            Tenancy tenancy,
            Accounts accounts,
            Sessions sessions,
            ToldMessages told,
            KeepNews keepNews,
            OrderSync order,
            LeaveOutErased leaveOutErased) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.sessions = sessions;
        this.told = told;
        this.keepNews = keepNews;
        this.order = order;
        this.leaveOutErased = leaveOutErased;
    }

    void receive(List<IncomingEvent> events) {
        events.stream().collect(groupingBy(IncomingEvent::account)).forEach(this::receive);
    }

    private void receive(PersonId number, List<IncomingEvent> events) {
        Optional<Owned> owned = tenancy.unbound(() -> accounts.ofInstagramUser(number));
        owned.ifPresent(one -> tenancy.run(
                one.workspace(), () -> accounts.find(one.account()).ifPresent(account -> receive(account, events))));
    }

    /** The order holds the bot, as its ticks do, before any conversation is touched. */
    private void receive(Account account, List<IncomingEvent> events) {
        if (events.stream().anyMatch(ReceiveEvents::isOfConversation) && sessions.isValid(account.id())) {
            order.soon(account);
        }
        events.stream().sorted(Comparator.comparing(IncomingEvent::at)).forEach(event -> apply(account, event));
    }

    private static boolean isOfConversation(IncomingEvent event) {
        return event instanceof IncomingEvent.MessageReceived
                || event instanceof IncomingEvent.MessageSent
                || event instanceof IncomingEvent.Pressed
                || event instanceof IncomingEvent.Overheard;
    }

    private void apply(Account account, IncomingEvent event) {
        switch (event) {
            case IncomingEvent.MessageReceived(var to, var from, var at, var message, var received) ->
                said(account, from, new ToldMessages.Line(message, false, at, received));
            case IncomingEvent.MessageSent(var from, var to, var at, var message, var received, var toItself) -> {
                if (!toItself) {
                    said(account, to, new ToldMessages.Line(message, true, at, received));
                }
            }
            case IncomingEvent.MessageEdited edited -> told.edited(account.id(), edited);
            case IncomingEvent.MessageDeleted deleted -> told.unsent(account.id(), deleted.message(), deleted.at());
            case IncomingEvent.Reacted reacted -> told.reacted(account.id(), reacted);
            case IncomingEvent.MessageRead read -> told.seen(account.id(), read.person(), read.at());
            case IncomingEvent.Overheard(var overheard) -> apply(account, overheard);
            case IncomingEvent.Pressed readWithTheInbox -> {}
            case IncomingEvent.Referred none -> {}
            case IncomingEvent.HandedOver none -> {}
            case IncomingEvent.Commented none -> {}
            case IncomingEvent.Mentioned none -> {}
            case IncomingEvent.StoryEnded none -> {}
            case IncomingEvent.Unknown none -> {}
        }
    }

    /** In a conversation that is not known, it is read with the inbox. */
    private void said(Account account, PersonId person, ToldMessages.Line line) {
        told.with(account.id(), person)
                .filter(conversation -> !leaveOutErased.isForgotten(conversation.person(), line.at()))
                .ifPresent(conversation -> told.add(account.id(), conversation, line)
                        .ifPresent(arrived -> keepNews.heard(account, conversation.heard(), arrived)));
    }
}
