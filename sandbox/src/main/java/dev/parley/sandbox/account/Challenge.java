package dev.parley.sandbox.account;

/**
 * A sign-in, or a later call, that waits until its owner proves who they are.
 *
 * @param signsIn passing it opens a session
 * @param channel by which way the last code went, {@code email} or {@code sms}; empty until one was sent
 * @param code empty until one was sent
 */
public record Challenge(
        String nonce,
        Account account,
        String androidId,
        boolean signsIn,
        ChallengeFlow flow,
        String channel,
        String code,
        int triesLeft,
        long expiresAt) {

    static Challenge open(String nonce, Account account, String androidId, boolean signsIn, ChallengeFlow flow) {
        return new Challenge(nonce, account, androidId, signsIn, flow, "", "", 0, 0);
    }

    /** Instagram's {@code api_path}. */
    public String path() {
        return "/challenge/%d/%s/".formatted(account.id(), nonce);
    }

    /** Instagram's {@code challenge_context}, which clients send back: JSON in a string. */
    public String context() {
        return "{\"step_name\":\"\",\"nonce_code\":\"%s\",\"user_id\":%d,\"is_stateless\":false}"
                .formatted(nonce, account.id());
    }

    public boolean codeSent() {
        return !code.isEmpty();
    }

    public boolean bySms() {
        return channel.equals(Outbox.SMS);
    }

    Challenge by(String way) {
        return new Challenge(nonce, account, androidId, signsIn, flow, way, code, triesLeft, expiresAt);
    }

    Challenge withCode(String sent, int tries, long until) {
        return new Challenge(nonce, account, androidId, signsIn, flow, channel, sent, tries, until);
    }

    Challenge refused() {
        return withCode(code, triesLeft - 1, expiresAt);
    }

    boolean isOver(long now) {
        return !codeSent() || triesLeft <= 0 || now >= expiresAt;
    }
}
