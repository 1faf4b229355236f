package dev.parley.instagram.graph;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Comment;
import dev.parley.instagram.CommentId;
import dev.parley.instagram.Content.Button;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.DraftId;
import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Message;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Publication;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignedOut;
import dev.parley.instagram.ThreadId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One signed-in account. */
final class OpenAccount implements GraphInstagram {

    private final SessionSnapshot session;
    private final Account account;
    private final Correspondents correspondents = new Correspondents();
    private final Inbox inbox;
    private final WindowCalls windows;
    private final SendingCalls sending;
    private final CommentCalls comments;
    private final PublishingCalls publishing;
    private final InsightCalls insights;
    private final GreetingCalls greetings;

    OpenAccount(SessionSnapshot session, Account account) {
        this.session = session;
        this.account = account;
        this.inbox = new Inbox(account, correspondents);
        this.windows = new WindowCalls(account, inbox, correspondents);
        this.sending = new SendingCalls(account, inbox, windows);
        this.comments = new CommentCalls(account);
        this.publishing = new PublishingCalls(account);
        this.insights = new InsightCalls(account);
        this.greetings = new GreetingCalls(account);
    }

    @Override
    public SessionSnapshot session() {
        return session;
    }

    @Override
    public Usage usage() {
        return account.line().usage();
    }

    @Override
    public void heed(IncomingEvent event) {
        if (event.account().equals(account.id())) {
            correspondents.heed(event);
        }
    }

    @Override
    public Outcome<Profile> currentUser() {
        String whose = account.session().login() == GraphLogin.INSTAGRAM ? "me" : account.path("");
        return account.ask(Profiles.own(account.session().login(), whose), Profiles::ownIn);
    }

    /** Tokens are taken back by the owner, in Instagram's settings. */
    @Override
    public Outcome<SignedOut> signOut() {
        return Outcome.unsupported(Capability.SESSION);
    }

    @Override
    public Outcome<Profile> profile(Person person) {
        return account.ask(Profiles.of(person.id()), json -> Profiles.personIn(person, json));
    }

    @Override
    public Outcome<Profile> person(String username) {
        return account.session().login() == GraphLogin.FACEBOOK
                ? Discovery.business(account, username)
                : Outcome.unsupported(Capability.PEOPLE);
    }

    @Override
    public Outcome<Page<GraphMedia>> ownMedia(@Nullable String cursor) {
        Parameters query =
                new Parameters().with("fields", MediaReading.OWN_FIELDS).with("after", cursor);
        return Pages.isCursor(cursor)
                ? account.ask(GraphRequest.get(account.path("media"), query), json -> Pages.of(json, MediaReading::of))
                : Account.nothingAsked("Not a cursor of a page before");
    }

    @Override
    public Outcome<Page<GraphMedia>> hashtagMedia(String hashtag, boolean top, @Nullable String cursor) {
        return account.session().login() == GraphLogin.FACEBOOK
                ? new HashtagCalls(account).media(hashtag, top, cursor)
                : Outcome.unsupported(Capability.HASHTAG);
    }

    @Override
    public Outcome<Page<Conversation>> inbox(@Nullable String cursor) {
        return inbox.page(null, cursor);
    }

    @Override
    public Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        return inbox.messages(thread, cursor);
    }

    @Override
    public Outcome<Read> markRead(ThreadId thread, MessageId upTo) {
        return sending.signal(new Recipient.ToThread(thread), "mark_seen")
                .then(_ -> new Outcome.Done<>(new Read(thread)));
    }

    @Override
    public Outcome<Sent> send(OutgoingMessage message) {
        return sending.send(message);
    }

    @Override
    public Outcome<Window> window(Person person) {
        return windows.window(person.id());
    }

    @Override
    public Outcome<Signalled> react(Recipient in, MessageId message, String reaction) {
        return sending.react(in, message, reaction);
    }

    @Override
    public Outcome<Signalled> unreact(Recipient in, MessageId message) {
        return sending.react(in, message, null);
    }

    @Override
    public Outcome<Signalled> typing(Recipient to, boolean typing) {
        return sending.signal(to, typing ? "typing_on" : "typing_off");
    }

    @Override
    public Outcome<Page<Comment>> comments(Post post, @Nullable String cursor) {
        return comments.list(post.id().value() + "/comments", cursor);
    }

    @Override
    public Outcome<Page<Comment>> replies(CommentId comment, @Nullable String cursor) {
        return comments.list(comment.value() + "/replies", cursor);
    }

    @Override
    public Outcome<Commented> comment(Post post, String text) {
        return comments.write(post.id().value() + "/comments", text);
    }

    @Override
    public Outcome<Commented> reply(CommentId comment, String text) {
        return comments.write(comment.value() + "/replies", text);
    }

    @Override
    public Outcome<Hidden> hide(CommentId comment, boolean hidden) {
        return comments.hide(comment, hidden);
    }

    @Override
    public Outcome<Deleted> delete(CommentId comment) {
        return comments.delete(comment);
    }

    @Override
    public Outcome<Switched> allowComments(MediaId media, boolean allowed) {
        return comments.allow(media, allowed);
    }

    @Override
    public Outcome<Draft> prepare(Publication publication) {
        return publishing.prepare(publication);
    }

    @Override
    public Outcome<Draft> draft(DraftId draft) {
        return publishing.draft(draft);
    }

    @Override
    public Outcome<Published> publish(DraftId draft) {
        return publishing.publish(draft);
    }

    @Override
    public Outcome<Quota> publishingQuota() {
        return publishing.quota();
    }

    @Override
    public Outcome<List<Metric>> insights(Query query) {
        return insights.of(query);
    }

    @Override
    public Outcome<List<Metric>> insights(MediaId media, Set<String> metrics) {
        return insights.of(media, metrics);
    }

    @Override
    public Outcome<List<Question>> questions() {
        return greetings.questions();
    }

    @Override
    public Outcome<Offered> offerQuestions(List<Question> questions) {
        return greetings.offerQuestions(questions);
    }

    @Override
    public Outcome<Offered> withdrawQuestions() {
        return greetings.withdraw(false);
    }

    @Override
    public Outcome<List<Button>> menu() {
        return greetings.menu();
    }

    @Override
    public Outcome<Offered> offerMenu(List<Button> entries) {
        return greetings.offerMenu(entries);
    }

    @Override
    public Outcome<Offered> withdrawMenu() {
        return greetings.withdraw(true);
    }

    @Override
    public Outcome<Switched> subscribe(Set<String> fields) {
        return Switching.subscribe(account, fields);
    }

    @Override
    public Outcome<Switched> unsubscribe() {
        return Switching.unsubscribe(account);
    }
}
