package dev.parley.server.account;

import dev.parley.instagram.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.Optional;

/** What Instagram's refusals are called here, and in which state they leave the account. */
public final class RefusalCodes {

    private RefusalCodes() {}

    public static ErrorCode code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LoginRequired over -> ErrorCode.SESSION_INVALID;
            case Refusal.LoggedOut over -> ErrorCode.SESSION_INVALID;
            case Refusal.ChallengeRequired owner -> ErrorCode.VERIFICATION_PERSON_NEEDED;
            case Refusal.CheckpointRequired owner -> ErrorCode.VERIFICATION_PERSON_NEEDED;
            case Refusal.ConsentRequired owner -> ErrorCode.VERIFICATION_PERSON_NEEDED;
            case Refusal.PermissionMissing owner -> ErrorCode.PERMISSION_MISSING;
            case Refusal.AccountSuspended account -> ErrorCode.ACCOUNT_SUSPENDED;
            case Refusal.InactiveAccount account -> ErrorCode.ACCOUNT_SUSPENDED;
            case Refusal.ActionBlocked blocked -> ErrorCode.ACTION_BLOCKED;
            case Refusal.SentryBlock blocked -> ErrorCode.ACTION_BLOCKED;
            case Refusal.BlockSuspected blocked -> ErrorCode.ACTION_BLOCKED;
            case Refusal.RateLimited wait -> ErrorCode.RATE_LIMITED;
            case Refusal.UserNotFound target -> ErrorCode.FOLLOW_TARGET_GONE;
            case Refusal.PrivateAccount target -> ErrorCode.FOLLOW_REFUSED;
            case Refusal.InvalidTarget target -> ErrorCode.FOLLOW_REFUSED;
            case Refusal.MediaUnavailable target -> ErrorCode.POST_GONE;
            case Refusal.MessagesRefused target -> ErrorCode.MESSAGES_REFUSED;
            case Refusal.WindowClosed target -> ErrorCode.WINDOW_CLOSED;
            case Refusal.Unsupported unsupported -> ErrorCode.DRIVER_CANNOT;
            case Refusal.NotSent failure -> ErrorCode.INSTAGRAM_UNREACHABLE;
            case Refusal.Unanswered failure -> ErrorCode.INSTAGRAM_UNCLEAR;
            case Refusal.ServerError failure -> ErrorCode.INSTAGRAM_UNCLEAR;
            case Refusal.BadResponse failure -> ErrorCode.INSTAGRAM_UNCLEAR;
            case Refusal.Forbidden failure -> ErrorCode.INSTAGRAM_UNCLEAR;
            case Refusal.Unknown failure -> ErrorCode.INSTAGRAM_UNCLEAR;
        };
    }

    /** Empty where the refusal says nothing about the account. */
    public static Optional<AccountState> state(Refusal refusal) {
        return switch (refusal) {
            case Refusal.PersonNeeded stop -> Optional.of(state(stop));
            case Refusal.SlowDown wait -> Optional.of(state(wait));
            case Refusal.TargetRefused target -> Optional.empty();
            case Refusal.Failure failure -> Optional.empty();
        };
    }

    public static AccountState state(Refusal.PersonNeeded refusal) {
        return switch (refusal) {
            case Refusal.LoginRequired over -> AccountState.LOGIN_REQUIRED;
            case Refusal.LoggedOut over -> AccountState.LOGIN_REQUIRED;
            case Refusal.ChallengeRequired owner -> AccountState.VERIFICATION_REQUIRED;
            case Refusal.CheckpointRequired owner -> AccountState.VERIFICATION_REQUIRED;
            case Refusal.ConsentRequired owner -> AccountState.VERIFICATION_REQUIRED;
            case Refusal.PermissionMissing owner -> AccountState.LOGIN_REQUIRED;
            case Refusal.AccountSuspended account -> AccountState.SUSPENDED;
            case Refusal.InactiveAccount account -> AccountState.SUSPENDED;
        };
    }

    public static AccountState state(Refusal.SlowDown refusal) {
        return switch (refusal) {
            case Refusal.ActionBlocked blocked -> AccountState.ACTION_BLOCKED;
            case Refusal.SentryBlock blocked -> AccountState.ACTION_BLOCKED;
            case Refusal.BlockSuspected blocked -> AccountState.ACTION_BLOCKED;
            case Refusal.RateLimited wait -> AccountState.RATE_LIMITED;
        };
    }
}
