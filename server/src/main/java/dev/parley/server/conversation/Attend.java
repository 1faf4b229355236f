package dev.parley.server.conversation;

import dev.parley.server.account.Accounts;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.UserId;
import dev.parley.server.message.MessageSent;
import dev.parley.server.message.SendMessage;
import dev.parley.server.message.SendMessage.Wish;
import dev.parley.server.message.Taken;
import dev.parley.server.message.Writing;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.ListMembers;
import dev.parley.server.workspace.MemberView;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people do about a conversation. Joins the caller's transaction. */
@Component
class Attend {

    private final Conversations conversations;
    private final Accounts accounts;
    private final SendMessage sendMessage;
    private final ListMembers members;
    private final ActionQueue queue;

    Attend(
            Conversations conversations,
            Accounts accounts,
            SendMessage sendMessage,
            ListMembers members,
            ActionQueue queue) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.sendMessage = sendMessage;
        this.members = members;
        this.queue = queue;
    }

    Taken reply(Caller caller, ConversationId id, Writing writing) {
        var place = conversations.place(id);
        return sendMessage.send(
                caller,
                accounts.get(place.account()),
                Wish.now(place.person(), writing).in(place.thread()));
    }

    /** Whoever answers has read. */
    @EventListener
    void sent(MessageSent sent) {
        if (sent.message() != null) {
            conversations.sent(sent, sent.message());
        }
    }

    /** Here at once, and at Instagram when it is the account's turn. */
    void seen(Caller caller, ConversationId id) {
        var place = conversations.place(id);
        conversations.mark(id, false);
        var heard = place.lastHeard();
        if (heard != null) {
            queue.add(
                    caller.workspace(),
                    action(caller, place, MarkSeen.KIND)
                            .with(Map.of(MarkSeen.THREAD, place.thread().value(), MarkSeen.UP_TO, heard.value())));
        }
    }

    void unseen(ConversationId id) {
        conversations.place(id);
        conversations.mark(id, true);
    }

    /** @param member null for nobody */
    void assign(Caller caller, ConversationId id, @Nullable UserId member) {
        conversations.place(id);
        if (member == null) {
            conversations.assign(id, null, null);
            return;
        }
        var name = members.of(caller.workspace()).stream()
                .filter(one -> one.userId().equals(member) && !one.disabled())
                .map(MemberView::username)
                .findFirst()
                .orElseThrow(() -> Wrong.refusal("user_id", "must be a member of the workspace"));
        conversations.assign(id, member, name);
    }

    /** Returns the action that answers the request. */
    UUID answer(Caller caller, ConversationId id, boolean accept) {
        var place = conversations.place(id);
        return queue.add(
                caller.workspace(),
                action(caller, place, AnswerRequest.KIND)
                        .about(id.toString(), place.person())
                        .with(Map.of(
                                AnswerRequest.THREAD,
                                place.thread().value(),
                                AnswerRequest.ACCEPT,
                                Boolean.toString(accept))));
    }

    private static NewAction action(Caller caller, Place place, String kind) {
        return NewAction.forPerson(place.account(), kind, caller.user()).about(null, place.person());
    }
}
