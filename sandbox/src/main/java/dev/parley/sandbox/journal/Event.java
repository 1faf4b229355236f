package dev.parley.sandbox.journal;

/** A fact of one data folder. Each is one line of the journal; the name of the record and the order of its components are the format. */
public sealed interface Event {

    record Born(long seed, String secret, long at) implements Event {}

    record ClockMoved(long offsetMillis) implements Event {}

    /** What the official API keeps. Lists in one field are separated by commas. */
    sealed interface Official extends Event {}

    record CodeGranted(String code, String flavour, String accounts, String redirect, String permissions, long at)
            implements Official {}

    record CodeUsed(String code) implements Official {}

    /** {@code expiresAt} is zero for a token that does not expire. */
    record TokenIssued(
            String token, String flavour, String kind, String accounts, String permissions, long at, long expiresAt)
            implements Official {}

    record TokensRevoked(long account) implements Official {}

    /** {@code redirects} are separated by spaces. */
    record AppRegistered(String url, String verifyToken, String fields, String redirects) implements Official {}

    record MannersSet(
            boolean wrapped,
            boolean flat,
            String signedBy,
            int duplicates,
            boolean reversed,
            boolean held,
            int usage,
            int quotaTotal,
            boolean localised)
            implements Official {}

    record ButtonPressed(long account, long person, long at) implements Official {}

    record AccountSubscribed(long account, boolean subscribed) implements Official {}

    record WebhookQueued(long id, long account, String field, String entry, long at) implements Official {}

    record WebhookTried(long id, int status, long nextAt, boolean accepted) implements Official {}

    /** {@code reaction} is empty when it was taken back. */
    record ReactionSet(String message, long person, String reaction) implements Official {}

    record PrivatelyReplied(long comment) implements Official {}

    record FileUploaded(String id, String type, String url) implements Official {}

    /** {@code json} is empty when it was taken away. */
    record GreetingSet(long account, String property, String json) implements Official {}

    record DraftMade(
            long id, long account, String type, String url, String caption, boolean item, String children, long at)
            implements Official {}

    record DraftPublished(long id, long post, long at) implements Official {}

    record CommentsAllowed(long post, boolean allowed) implements Official {}

    record HashtagSearched(long account, int hashtag, long at) implements Official {}

    record PasswordKeyMade(int id, String privateKey, String publicKey) implements Event {}

    record AccountsMade(String prefix, int first, int count, boolean signedIn, long at) implements Event {}

    record SessionOpened(
            String sessionId, long account, String uuid, String androidId, String phoneId, String mid, long at)
            implements Event {}

    record SessionClosed(String sessionId) implements Event {}

    record DeviceTrusted(long account, String androidId) implements Event {}

    record SecondFactorAsked(String identifier, long account, String androidId, String code, int tries, long expiresAt)
            implements Event {}

    record ChallengeOpened(String nonce, long account, String androidId, boolean signsIn) implements Event {}

    /** {@code flow}: the name of a challenge's flow. */
    record ChallengeFlowSet(long account, String flow) implements Event {}

    record ChallengeWayChosen(String nonce, String way) implements Event {}

    record ChallengeCodeSent(String nonce, String code, int tries, long expiresAt) implements Event {}

    record ChallengeReset(String nonce) implements Event {}

    record BackupCodeUsed(long account, String code) implements Event {}

    record CodeRefused(String pending) implements Event {}

    record VerificationEnded(String pending) implements Event {}

    record CodeSent(long account, String channel, String code, long at) implements Event {}

    record LoginTried(String account, String how, String device, String outcome, long at) implements Event {}

    /** {@code effect}: the name of a follow effect. */
    record FollowAsked(long sender, long target, String effect, long at) implements Event {}

    /** {@code effect}: the name of a like effect. */
    record LikeAsked(long sender, long post, long owner, String effect, long at) implements Event {}

    record StoryWatched(long viewer, long story, long owner, boolean counts, long at) implements Event {}

    /** {@code kind}: the name of a kind of message; {@code token} is empty when there was none. */
    record MessageAsked(
            String id,
            long sender,
            long recipient,
            String kind,
            String text,
            String detail,
            String token,
            boolean takesEffect,
            long at)
            implements Event {}

    record MessageEdited(long sender, String id, String text) implements Event {}

    record MessageUnsent(long sender, String id) implements Event {}

    /** {@code standing}: the name of a standing. */
    record ThreadAnswered(long viewer, long other, String standing, long at) implements Event {}

    record ThreadRead(long viewer, long other, String message, long at) implements Event {}

    /** {@code parent} is zero under a post, else the comment that it answers. */
    record CommentMade(long id, long post, long owner, long parent, long author, String text, long at)
            implements Event {}

    record CommentHidden(long id, boolean hidden) implements Event {}

    record CommentDeleted(long id) implements Event {}

    /** {@code account} is empty for everybody, {@code times} negative for always. */
    record FaultScripted(
            long id,
            String account,
            String call,
            String fault,
            int times,
            boolean afterEffect,
            long delayMillis,
            String error)
            implements Event {}

    record FaultUsed(long id) implements Event {}

    record FaultsCleared() implements Event {}

    /** {@code account} is empty for everybody, {@code variant} the name of a variant of the website. */
    record VariantChosen(String account, String variant) implements Event {}

    record VariantsCleared() implements Event {}
}
