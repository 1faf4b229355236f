package dev.parley.server.message;

import dev.parley.instagram.Refusal;
import dev.parley.server.core.ErrorCode;

/** What Instagram's refusals of a person are called where it is about a message. */
final class MessageRefusals {

    private MessageRefusals() {}

    static Trouble of(Refusal.TargetRefused refused) {
        var code = switch (refused) {
            case Refusal.UserNotFound nobody -> ErrorCode.RECIPIENT_NOT_FOUND;
            case Refusal.PrivateAccount closed -> ErrorCode.MESSAGES_REFUSED;
            case Refusal.MessagesRefused closed -> ErrorCode.MESSAGES_REFUSED;
            case Refusal.WindowClosed late -> ErrorCode.WINDOW_CLOSED;
            case Refusal.InvalidTarget wrong -> ErrorCode.MESSAGE_NOT_ACCEPTED;
            case Refusal.MediaUnavailable wrong -> ErrorCode.MESSAGE_NOT_ACCEPTED;
            case Refusal.Unsupported unsupported -> ErrorCode.DRIVER_CANNOT;
        };
        return new Trouble(code, refused.detail());
    }
}
