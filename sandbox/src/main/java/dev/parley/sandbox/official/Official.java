package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;

/** Everything that the official API keeps, replayed together. */
public final class Official {
    private final Grants grants = new Grants();
    private final AccessTokens tokens = new AccessTokens();
    private final Registration registration = new Registration();
    private final Subscriptions subscriptions = new Subscriptions();
    private final WebhookQueue webhooks = new WebhookQueue();
    private final Openings openings = new Openings();
    private final Reactions reactions = new Reactions();
    private final PrivateReplies privateReplies = new PrivateReplies();
    private final Uploads uploads = new Uploads();
    private final Greetings greetings = new Greetings();
    private final Drafts drafts = new Drafts();
    private final OpenPosts openPosts = new OpenPosts();
    private final Searches searches = new Searches();
    private final Calls usage = new Calls();

    public Grants grants() {
        return grants;
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public Registration registration() {
        return registration;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public WebhookQueue webhooks() {
        return webhooks;
    }

    public Openings openings() {
        return openings;
    }

    public Reactions reactions() {
        return reactions;
    }

    public PrivateReplies privateReplies() {
        return privateReplies;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Greetings greetings() {
        return greetings;
    }

    public Drafts drafts() {
        return drafts;
    }

    public OpenPosts openPosts() {
        return openPosts;
    }

    public Searches searches() {
        return searches;
    }

    /** What the usage headers tell of. */
    public Calls usage() {
        return usage;
    }

    public void apply(Event.Official event) {
        switch (event) {
            case Event.CodeGranted it -> grants.apply(it);
            case Event.CodeUsed it -> grants.apply(it);
            case Event.TokenIssued it -> tokens.apply(it);
            case Event.TokensRevoked it -> tokens.apply(it);
            case Event.AppRegistered it -> registration.apply(it);
            case Event.MannersSet it -> registration.apply(it);
            case Event.AccountSubscribed it -> subscriptions.apply(it);
            case Event.WebhookQueued it -> webhooks.apply(it);
            case Event.WebhookTried it -> webhooks.apply(it);
            case Event.ButtonPressed it -> openings.apply(it);
            case Event.ReactionSet it -> reactions.apply(it);
            case Event.PrivatelyReplied it -> privateReplies.apply(it);
            case Event.FileUploaded it -> uploads.apply(it);
            case Event.GreetingSet it -> greetings.apply(it);
            case Event.DraftMade it -> drafts.apply(it);
            case Event.DraftPublished it -> drafts.apply(it);
            case Event.CommentsAllowed it -> openPosts.apply(it);
            case Event.HashtagSearched it -> searches.apply(it);
        }
    }
}
