package dev.parley.instagram.mobile;

import dev.parley.instagram.mobile.Answer.Came;

/** What the answer to a code says about the code. */
final class CodeAnswer {

    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;

    private CodeAnswer() {}

    static boolean refuses(Came<?> answer) {
        Remarks remarks = answer.remarks();
        return remarks.named("sms_code_validation_code_invalid")
                || remarks.says("check the code")
                || remarks.says("check the security code");
    }

    /** The step that the code belongs to has expired or was used up. */
    static boolean ended(Came<?> answer) {
        return answer.remarks().named("invalid_nonce")
                || (answer.remarks().json() && (answer.status() == NOT_FOUND || answer.status() == GONE));
    }
}
