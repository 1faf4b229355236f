package dev.parley.sandbox.account;

/**
 * A sign-in, or a later call, that waits until its owner proves with a code by e-mail who they are.
 *
 * @param signsIn passing it opens a session
 * @param code empty until one was sent
 */
public record Challenge(
        String nonce, Account account, String androidId, boolean signsIn, String code, int triesLeft, long expiresAt) {

    static Challenge open(String nonce, Account account, String androidId, boolean signsIn) {
        return new Challenge(nonce, account, androidId, signsIn, "", 0, 0);
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

    Challenge withCode(String sent, int tries, long until) {
        return new Challenge(nonce, account, androidId, signsIn, sent, tries, until);
    }

    Challenge refused() {
        return new Challenge(nonce, account, androidId, signsIn, code, triesLeft - 1, expiresAt);
    }

    boolean isOver(long now) {
        return !codeSent() || triesLeft <= 0 || now >= expiresAt;
    }
}
