package dev.parley.server.core;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of everything that can be refused or go wrong. Codes are permanent: a constant may be added, its words mended, but
 * its code never given to something else. The constant's name is the stable symbolic name.
 */
public enum ErrorCode {
    // AUTH: signing in to Parley and to Instagram
    INVALID_CREDENTIALS(
            "E-AUTH-E-0001",
            401,
            "Invalid credentials",
            "The username or the password is wrong.",
            "Check both and sign in again. After several failures even the right password is refused for some minutes:"
                    + " wait, or give a code of your second factor with it. An administrator can reset a forgotten"
                    + " password."),
    NOT_SIGNED_IN(
            "E-AUTH-E-0002",
            401,
            "Not signed in",
            "The call needs a valid token or session, and none came with it.",
            "Sign in, and send the token as a bearer token."),
    SESSION_INVALID(
            "E-AUTH-E-0003",
            409,
            "Session invalid",
            "The Instagram account has no session that works.",
            "Connect the Instagram account, or sign in to it again."),
    ACTION_REQUIRED(
            "E-AUTH-W-0004",
            403,
            "Something must be done first",
            "The account is waiting for its person to do something before anything else works.",
            "Do what `actions` lists, then call again."),
    FORBIDDEN(
            "E-AUTH-E-0005",
            403,
            "Not allowed",
            "The person is signed in but does not have the role for this.",
            "Ask somebody with the role, or an administrator."),
    INSTAGRAM_CREDENTIALS_REFUSED(
            "E-AUTH-E-0006",
            422,
            "Instagram refused the sign-in",
            "Instagram refuses this username with this password; it answers so for devices it does not know, too.",
            "Check the password in the Instagram app, confirm the sign-in there if it asks, then try again."),
    CODE_INVALID(
            "E-AUTH-E-0007",
            422,
            "Wrong code",
            "Instagram did not accept the code.",
            "Read the newest code and try again."),
    VERIFICATION_ENDED(
            "E-AUTH-E-0008",
            409,
            "The verification has ended",
            "The pending verification has expired, was used up, or was answered already.",
            "Start the Instagram login again."),
    VERIFICATION_PERSON_NEEDED(
            "E-AUTH-E-0009",
            409,
            "Instagram wants the owner",
            "Instagram asks for something that only the account's owner can do in the Instagram app.",
            "Open the Instagram app, do what it asks, then test the session; where that is not enough, connect the account again."),
    CONSENT_REQUIRED(
            "E-AUTH-E-0010",
            422,
            "Consent required",
            "This driver works the account in a way that Instagram's terms do not allow, and needs the owner's"
                    + " consent.",
            "Read what the driver risks, then send `consent: true`."),
    SIGN_IN_INTERRUPTED(
            "E-AUTH-E-0011",
            503,
            "The sign-in was interrupted",
            "The sign-in to Instagram was under way when the server stopped; how it ended is not known.",
            "Start the Instagram login again."),
    PASSWORD_TOO_WEAK(
            "E-AUTH-E-0012",
            422,
            "Password not accepted",
            "The new password is too short, too long, or too common.",
            "Choose 12 to 128 characters that nobody would guess."),
    CSRF_REFUSED(
            "E-AUTH-E-0013",
            403,
            "The form has expired",
            "The request did not carry the page's own proof of origin.",
            "Load the page again and repeat the step."),
    TOO_MANY_SIGN_INS(
            "E-AUTH-W-0014",
            429,
            "Too many sign-ins at once",
            "More sign-ins are under way than the server can check at a time.",
            "Try again in a few seconds.",
            true),
    PASSWORD_CHANGE_NOT_DUE(
            "E-AUTH-E-0015",
            409,
            "No change is due",
            "This way of changing a password is only open while the first administrator's change is due.",
            "Sign in, and change the password in the profile."),
    LINK_ENDED(
            "E-AUTH-E-0016",
            410,
            "The link has ended",
            "The link was used, has expired, or was never given.",
            "Ask for a new one; each works once, and only for the time that it says."),
    SECOND_FACTOR_REQUIRED(
            "E-AUTH-W-0030",
            401,
            "Second factor required",
            "The password is right; the person has set up a second factor, which has to be shown too.",
            "Call again with a code of one of the listed `methods` in `otp`."),
    SECOND_FACTOR_WRONG(
            "E-AUTH-E-0031",
            401,
            "Wrong code",
            "The code is wrong, or has been used already.",
            "Wait for the app's next code, and try that; a recovery code works too, each one once."),
    FACTOR_CODE_WRONG(
            "E-AUTH-E-0032",
            422,
            "Wrong code",
            "The code is not the one that the authenticator app shows now.",
            "Check that the phone's clock is right, wait for the next code, and try that."),
    FACTOR_ON_ALREADY(
            "E-AUTH-E-0033",
            409,
            "An authenticator app is set up",
            "A person has one authenticator app at a time, and it is set up already.",
            "Switch it off first, then set up the other one."),
    FACTOR_NOT_FOUND(
            "E-AUTH-E-0034",
            404,
            "No such factor",
            "The person has set up nothing of this kind.",
            "Look at what is set up, and begin there."),
    FRESH_SIGN_IN_REQUIRED(
            "E-AUTH-W-0035",
            403,
            "Prove it again",
            "This needs somebody who has proven who they are within the last minutes.",
            "Send the password or a code of a second factor to `POST /api/me/proof`, or sign in anew; then call"
                    + " again."),
    PASSKEY_REFUSED(
            "E-AUTH-E-0036",
            401,
            "Passkey not accepted",
            "The passkey is not known here, was answered too late, or for another site.",
            "Try again, or sign in another way."),
    TOKEN_TOO_NARROW(
            "E-AUTH-E-0040",
            403,
            "The token does not allow this",
            "The API token was made for other things than this call.",
            "Use a token that allows it; its owner can make one on the page of their sessions and tokens."),
    TOO_MANY_TOKENS(
            "E-AUTH-E-0041",
            409,
            "Too many API tokens",
            "A person can have fifty API tokens at a time.",
            "Revoke those that nothing uses any more, then make the new one."),
    TOKEN_NAME_TAKEN(
            "E-AUTH-E-0042",
            409,
            "An API token with this name exists",
            "Each API token of a person has a name of its own.",
            "Choose another name, or revoke the old token first."),

    // USR: people of this instance
    USER_NOT_FOUND("E-USR-E-0001", 404, "No such person", "There is no such person here.", "Check the id."),
    USERNAME_TAKEN(
            "E-USR-E-0002", 409, "Username taken", "Somebody has this username already.", "Choose another username."),
    EMAIL_TAKEN(
            "E-USR-E-0003", 409, "Address taken", "Somebody has this e-mail address already.", "Use another address."),
    LAST_ADMINISTRATOR(
            "E-USR-E-0004",
            409,
            "The last administrator",
            "Without this person nobody could administer the instance any more.",
            "Make somebody else an administrator first."),
    WORKSPACE_NOT_FOUND(
            "E-USR-E-0005",
            404,
            "No such workspace",
            "The person belongs to no such workspace.",
            "Leave the X-Workspace header out, or name a workspace of the person."),
    LAST_OWNER(
            "E-USR-E-0020",
            409,
            "The last owner",
            "Without this person nobody would own the workspace any more.",
            "Make somebody else an owner of the workspace first."),
    PERSONAL_WORKSPACE(
            "E-USR-E-0021",
            409,
            "A personal workspace",
            "Everybody owns a workspace of their own, which they cannot leave.",
            "Make a workspace for what is to be shared, and leave that."),
    INVITATION_NOT_FOUND(
            "E-USR-E-0022",
            404,
            "No such invitation",
            "The invitation has been used, revoked, has expired, or there never was one.",
            "Ask whoever invited you for a new link."),
    ALREADY_MEMBER(
            "E-USR-E-0023",
            409,
            "A member already",
            "The person belongs to the workspace already; the invitation stays open.",
            "Let an owner change the role, or let somebody else follow the link."),
    TOO_MANY_WORKSPACES(
            "E-USR-E-0024",
            409,
            "Too many workspaces",
            "One person may own only so many workspaces.",
            "Use one of those, or have somebody else make it."),
    TOO_MANY_INVITATIONS(
            "E-USR-E-0025",
            409,
            "Too many open invitations",
            "The workspace has as many open invitations as it may have.",
            "Revoke some that nobody will use, or wait until they expire."),
    TOO_MANY_INVITATION_MAILS(
            "E-USR-W-0026",
            429,
            "Too many invitations by mail",
            "As many invitations as a day allows were mailed for you today, or to this address.",
            "Make the link without an address and send it yourself, or mail it tomorrow.",
            true),
    POLICY_FORCED(
            "E-USR-E-0027",
            409,
            "The settings decide this",
            "The server's settings want a second factor of administrators, and nobody can undo that here.",
            "Whoever runs the server takes ADMINS_NEED_SECOND_FACTOR out of its settings and starts it again."),

    // ACC: connected accounts
    ACCOUNT_REQUIRED(
            "E-ACC-E-0001",
            400,
            "Which account?",
            "The workspace has several Instagram accounts, and the call names none of them.",
            "Send `account_id` with one of the listed ids."),
    ACCOUNT_NOT_FOUND(
            "E-ACC-E-0002",
            404,
            "No such account",
            "There is no such Instagram account in this workspace.",
            "Check the account's id."),
    ACCOUNT_TAKEN(
            "E-ACC-E-0003",
            409,
            "The account belongs to another workspace",
            "Another workspace of this instance has connected this Instagram account.",
            "Disconnect it there first."),
    ACCOUNT_LIMIT_REACHED(
            "E-ACC-E-0004",
            409,
            "Too many accounts",
            "The workspace has as many Instagram accounts as it may have.",
            "Disconnect one, or ask an administrator for a higher limit."),
    ACCOUNT_SUSPENDED(
            "E-ACC-C-0005",
            409,
            "Instagram suspended the account",
            "Instagram has suspended or switched off this account.",
            "Open the Instagram app and follow what it says; Parley does nothing with the account until a test of its session shows that it is back."),
    RECORD_UNREADABLE(
            "E-ACC-C-0006",
            500,
            "A stored secret cannot be read",
            "The stored record was not written with any key that the server has, or has been changed.",
            "Give the server the key that the record was written with, or connect the account again."),
    DRIVER_UNKNOWN(
            "E-ACC-E-0007",
            422,
            "No such driver",
            "There is no driver of this name.",
            "Use one of the listed drivers."),
    ACCOUNT_MISMATCH(
            "E-ACC-E-0008",
            409,
            "Another Instagram account",
            "Instagram signed in another account than the one that is connected here.",
            "Sign in with the username of the account itself, as the Instagram app shows it."),
    DRIVER_CANNOT(
            "E-ACC-E-0009",
            409,
            "The driver cannot do this",
            "The driver that works the account does not offer this.",
            "Use an account with another driver."),
    PERMISSION_MISSING(
            "E-ACC-E-0010",
            409,
            "A permission is missing",
            "The account's owner has not agreed to this on Instagram's page, or has taken the agreement back.",
            "Connect the account again, and agree to all that is listed on Instagram's page."),

    // BOT: the engine
    BOT_STOPPED(
            "E-BOT-I-0001",
            409,
            "The bot is stopped",
            "The work is stored and waits, because the account's bot is stopped.",
            "Start the bot."),
    COOLING_DOWN(
            "E-BOT-W-0002",
            409,
            "The account is cooling down",
            "Instagram asked to slow down; the account does nothing until the time that is shown.",
            "Wait: the account resumes by itself at the time that is shown."),
    ACTION_BLOCKED(
            "E-BOT-E-0003",
            409,
            "Instagram blocked this kind of action",
            "Instagram says that this account may not do this for now.",
            "Leave the account alone until it resumes by itself; use the app normally meanwhile."),
    RATE_LIMITED(
            "E-BOT-W-0004",
            429,
            "Instagram asked to wait",
            "Instagram answered that the account is asking too often.",
            "Wait; the account resumes by itself at the time that is shown.",
            true),
    ACTION_UNCONFIRMED(
            "E-BOT-W-0005",
            409,
            "Nobody knows whether it happened",
            "The call was under way when the connection or the server failed, and looking did not settle it.",
            "Look on Instagram, then decide."),
    ACTION_TIMED_OUT(
            "E-BOT-E-0006",
            504,
            "No result yet",
            "The account's bot has not finished this within the time that the request could wait.",
            "Ask for the status; the work goes on.",
            true),
    NO_EFFECT(
            "E-BOT-W-0007",
            502,
            "Instagram said yes, but nothing happened",
            "Instagram accepted the action, and looking showed that it had no effect. That is how silent blocks look.",
            "The account rests, and goes on by itself at the time that is shown. Use it in the app meanwhile; if this happens again, have it do less."),
    PERSON_NEEDED(
            "E-BOT-E-0008",
            409,
            "A person is needed",
            "The account stopped, because Instagram wants something that only its owner can do.",
            "Do what the account's page names, then connect the account again."),

    // FLW: follow
    FOLLOW_TARGET_GONE(
            "E-FLW-I-0001",
            404,
            "The person is gone",
            "Instagram does not know this person any more.",
            "Nothing to do."),
    FOLLOW_LIMIT_NEAR(
            "E-FLW-W-0002",
            200,
            "Follow limit near",
            "The account has used 80 % of the follows that it may make.",
            "Nothing must be done: at the limit the bot waits by itself."),
    FOLLOW_ALREADY(
            "E-FLW-I-0003", 200, "Already followed", "The account follows this person already.", "Nothing to do."),
    FOLLOW_PRIVATE(
            "E-FLW-I-0004",
            200,
            "Private account",
            "The person's account is private, and the job leaves those out.",
            "Nothing to do."),
    FOLLOW_PROTECTED(
            "E-FLW-I-0005",
            200,
            "Protected person",
            "The person is on the workspace's list of people never to touch.",
            "Nothing to do; take them off the list to change it."),
    FOLLOW_TOUCHED_BEFORE(
            "E-FLW-I-0006",
            200,
            "Touched before",
            "The account has followed, liked or written to this person at some time before.",
            "Nothing to do."),
    FOLLOW_REFUSED(
            "E-FLW-W-0007",
            409,
            "Instagram refused this follow",
            "Instagram does not let the account follow this person.",
            "Nothing to do; the job goes on with others."),
    HASHTAG_EMPTY(
            "E-FLW-W-0008",
            409,
            "Nobody left under the hashtag",
            "The hashtag has no more people for the job.",
            "Choose another hashtag, or loosen the filters."),
    FILTER_VERIFIED(
            "E-FLW-I-0009",
            200,
            "Is verified",
            "The person is verified, and the job leaves those out.",
            "Nothing to do; to reach such people, order a job without this filter."),
    FILTER_NOT_VERIFIED(
            "E-FLW-I-0010",
            200,
            "Is not verified",
            "The person is not verified, and the job asks for people who are.",
            "Nothing to do; to reach such people, order a job without this filter."),
    FILTER_POSTED_LONG_AGO(
            "E-FLW-I-0011",
            200,
            "Has not posted lately",
            "The person's last post is older than the job asks for.",
            "Nothing to do; to reach such people, order a job that allows more days."),
    FILTER_UNTOLD(
            "E-FLW-I-0012",
            200,
            "Could not be judged",
            "Instagram does not show what one of the job's filters asks for, so the person was left out.",
            "Nothing to do; to reach such people, order a job without this filter."),
    FILTER_BUSINESS(
            "E-FLW-I-0013",
            200,
            "Is a business",
            "The account is a business, and the job leaves those out.",
            "Nothing to do; to reach such people, order a job without this filter."),
    FILTER_NOT_BUSINESS(
            "E-FLW-I-0014",
            200,
            "Is no business",
            "The account is no business, and the job asks for businesses.",
            "Nothing to do; to reach such people, order a job without this filter."),
    FILTER_FEW_FOLLOWERS(
            "E-FLW-I-0015",
            200,
            "Has fewer followers than asked for",
            "The job asks for people with more followers.",
            "Nothing to do; to reach such people, order a job that asks for fewer."),
    FILTER_MANY_FOLLOWERS(
            "E-FLW-I-0016",
            200,
            "Has more followers than asked for",
            "The job asks for people with fewer followers.",
            "Nothing to do; to reach such people, order a job that allows more."),
    FILTER_FEW_FOLLOWED(
            "E-FLW-I-0017",
            200,
            "Follows fewer people than asked for",
            "The job asks for people who follow more others.",
            "Nothing to do; to reach such people, order a job that asks for fewer."),
    FILTER_MANY_FOLLOWED(
            "E-FLW-I-0018",
            200,
            "Follows more people than asked for",
            "The job asks for people who follow fewer others.",
            "Nothing to do; to reach such people, order a job that allows more."),
    FILTER_FEW_POSTS(
            "E-FLW-I-0019",
            200,
            "Has fewer posts than asked for",
            "The job asks for people with more posts.",
            "Nothing to do; to reach such people, order a job that asks for fewer."),
    FILTER_MANY_POSTS(
            "E-FLW-I-0024",
            200,
            "Has more posts than asked for",
            "The job asks for people with fewer posts.",
            "Nothing to do; to reach such people, order a job that allows more."),
    FILTER_LOW_RATIO(
            "E-FLW-I-0025",
            200,
            "Follows too many for their followers",
            "The job asks for people with more followers for each whom they follow.",
            "Nothing to do; to reach such people, order a job that allows a lower ratio."),
    FILTER_HIGH_RATIO(
            "E-FLW-I-0026",
            200,
            "Follows too few for their followers",
            "The job asks for people with fewer followers for each whom they follow.",
            "Nothing to do; to reach such people, order a job that allows a higher ratio."),
    FILTER_UNWANTED_WORD(
            "E-FLW-I-0027",
            200,
            "Has an unwanted word",
            "A word stands in the biography or name that the job leaves out.",
            "Nothing to do; to reach such people, order a job that does not leave the word out."),
    FILTER_NO_WANTED_WORD(
            "E-FLW-I-0028",
            200,
            "Has none of the words asked for",
            "None of the words that the job asks for stands in the biography or name.",
            "Nothing to do; to reach such people, order a job that asks for other words."),
    FILTER_OTHER_LANGUAGE(
            "E-FLW-I-0029",
            200,
            "Writes in another language",
            "The biography is written in none of the languages that the job asks for.",
            "Nothing to do; to reach such people, order a job that asks for their language, too."),
    FILTER_UNKNOWN_LANGUAGE(
            "E-FLW-I-0030",
            200,
            "Writes too little to tell the language",
            "The job asks for languages, and the biography is too short to tell in which it is written.",
            "Nothing to do; to reach such people, order a job that asks for the language \"unknown\", too."),

    UNFOLLOW_NOT_FOLLOWED(
            "E-FLW-I-0020",
            200,
            "Not followed",
            "The account does not follow this person, so there is nothing to end.",
            "Nothing to do."),
    UNFOLLOW_REFUSED(
            "E-FLW-W-0021",
            409,
            "Instagram refused to unfollow",
            "Instagram does not let the account unfollow this person.",
            "Nothing to do; the job goes on with others."),
    UNFOLLOW_LIMIT_NEAR(
            "E-FLW-W-0022",
            200,
            "Unfollow limit near",
            "The account has used 80 % of the unfollows that it may make.",
            "Nothing must be done: at the limit the bot waits by itself."),
    UNFOLLOW_UNDER_WAY(
            "E-FLW-I-0023",
            200,
            "Another job has the person",
            "Another job of the account is about to do something with this person.",
            "Wait until that job has ended, then order it again if it is still wanted."),

    // LIKE
    POST_GONE(
            "E-LIKE-I-0001", 404, "The post is gone", "Instagram does not show this post any more.", "Nothing to do."),
    LIKE_ALREADY("E-LIKE-I-0002", 200, "Already liked", "The account likes this post already.", "Nothing to do."),
    LIKE_TOUCHED_BEFORE(
            "E-LIKE-I-0003",
            200,
            "Touched before",
            "The account has followed, liked or written to the post's owner at some time before.",
            "Nothing to do; to like their posts anyway, name them in a list."),
    LIKE_REFUSED(
            "E-LIKE-W-0004",
            409,
            "Instagram refused this like",
            "Instagram does not let the account like this post.",
            "Nothing to do; the job goes on with others."),
    LIKE_LIMIT_NEAR(
            "E-LIKE-W-0005",
            200,
            "Like limit near",
            "The account has used 80 % of the likes that it may give.",
            "Nothing must be done: at the limit the bot waits by itself."),
    LIKE_NO_POST(
            "E-LIKE-I-0006", 200, "No post to like", "The person has posted nothing that is shown.", "Nothing to do."),

    // STO: stories
    STORY_NONE("E-STO-I-0001", 200, "No stories", "The person shows no story that can be watched.", "Nothing to do."),
    STORY_SEEN(
            "E-STO-I-0002", 200, "Already watched", "The account has watched the person's stories.", "Nothing to do."),
    STORY_REFUSED(
            "E-STO-W-0003",
            409,
            "Instagram does not show these stories",
            "Instagram does not let the account watch this person's stories.",
            "Nothing to do; the job goes on with others."),
    STORY_LIMIT_NEAR(
            "E-STO-W-0004",
            200,
            "Story limit near",
            "The account has used 80 % of the story views that it may make.",
            "Nothing must be done: at the limit the bot waits by itself."),

    // DM: messages
    MESSAGES_REFUSED(
            "E-DM-W-0001",
            409,
            "The person takes no messages",
            "Instagram does not let the account write to this person.",
            "Nothing to do here; wait until they write first."),
    MESSAGE_LIMIT_NEAR(
            "E-DM-W-0003",
            200,
            "Message limit near",
            "The account has used 80 % of the messages that it may send.",
            "Nothing must be done: at the limit the messages wait by themselves."),
    WINDOW_CLOSED(
            "E-DM-W-0002",
            409,
            "The time for writing is over",
            "The official API lets a program write until 24 hours, and a person until seven days, after the other's"
                    + " last message.",
            "Wait until they write again."),
    MESSAGE_NOT_FOUND(
            "E-DM-E-0004",
            404,
            "No such message",
            "There is no such message in this workspace.",
            "Check the message's id."),
    RECIPIENT_NOT_FOUND(
            "E-DM-W-0005",
            404,
            "Nobody has this name",
            "Instagram knows nobody by the recipient's username, or no longer.",
            "Check how the name is spelled; people can change it."),
    MESSAGE_NOT_ACCEPTED(
            "E-DM-E-0006",
            422,
            "Instagram does not accept the message",
            "Instagram does not take this message for this person or conversation.",
            "Change the text, or write to the person by name instead."),
    DO_NOT_CONTACT(
            "E-DM-W-0007",
            409,
            "On the do-not-contact list",
            "The person asked not to be written to, or somebody of the workspace has put them on its list.",
            "Do not write to them. Whoever may run the bots can take them off the list, if they want to be written to again."),
    IDEMPOTENCY_KEY_REUSED(
            "E-DM-E-0008",
            409,
            "The key belongs to another message",
            "The `Idempotency-Key` came with another request within the last 24 hours.",
            "Take a new key for each message, and the same key only to repeat exactly the same call."),
    MESSAGE_UNDER_WAY(
            "E-DM-E-0009",
            409,
            "The message is under way",
            "The message waits, or is being sent just now, so this is not possible.",
            "Wait until it is sent or has failed; one that waits can be cancelled."),
    MESSAGE_ENDED(
            "E-DM-E-0010",
            409,
            "The message is over",
            "The message was sent, has failed, or was cancelled already.",
            "Send a new one; one that has failed or was cancelled can be retried."),
    NEVER_WROTE(
            "E-DM-I-0012",
            409,
            "They have not written first",
            "Messages to many go to people who have written to the account before.",
            "Write to them one by one, or have an owner of the workspace allow first contacts, which have a low daily limit."),
    MAILING_NOT_FOUND(
            "E-DM-E-0013",
            404,
            "No such mailing",
            "There is no such mailing in this workspace.",
            "Check the mailing's id."),
    CONVERSATION_NOT_FOUND(
            "E-DM-E-0030",
            404,
            "No such conversation",
            "There is no such conversation in this workspace.",
            "Check the conversation's id."),
    CANNED_ANSWER_NOT_FOUND(
            "E-DM-E-0031",
            404,
            "No such answer",
            "There is no such prepared answer in this workspace.",
            "Check the answer's id."),
    CANNED_ANSWER_EXISTS(
            "E-DM-E-0032",
            409,
            "There is an answer of this title",
            "The workspace has another prepared answer with the same title.",
            "Choose another title."),
    WEBHOOK_NOT_SIGNED(
            "E-DM-W-0033",
            403,
            "Not Instagram's",
            "Webhooks are taken from Instagram alone, which proves itself by its signature or by the token that was agreed.",
            "Check that the app's secret and the verify token are the same here as at Meta."),
    MESSAGE_NOT_ARRIVED(
            "E-DM-W-0011",
            502,
            "The message did not arrive",
            "The conversation was looked into, and does not show the message.",
            "Retry it: nothing is sent twice."),
    PERSON_NOT_FOUND(
            "E-DM-E-0060",
            404,
            "Nobody known here",
            "No account of this workspace has had anything to do with the person.",
            "Check how the name is spelled; people can change it."),
    NOTE_NOT_FOUND(
            "E-DM-E-0061",
            404,
            "No such note",
            "There is no such note about this person; perhaps somebody has deleted it.",
            "Look at the person's notes again."),
    PERSON_BUSY(
            "E-DM-W-0062",
            409,
            "Something is under way with the person",
            "An account is doing something with this person just now, so they cannot be erased.",
            "Try again in a minute.",
            true),

    // SCH: jobs
    JOB_NOT_FOUND("E-SCH-E-0001", 404, "No such job", "There is no such job in this workspace.", "Check the job's id."),
    JOB_ENDED("E-SCH-E-0002", 409, "The job has ended", "A job that has ended cannot be changed.", "Start a new job."),
    JOB_NOT_ENDED(
            "E-SCH-E-0003",
            409,
            "The job has not ended",
            "Only a job that has failed or was cancelled can be retried.",
            "Let it go on, resume it if it is paused, or cancel it first."),
    SCHEDULE_NOT_FOUND(
            "E-SCH-E-0004",
            404,
            "No such schedule",
            "There is no such schedule in this workspace.",
            "Check the schedule's id."),
    FORMER_JOB_RUNS(
            "E-SCH-I-0005",
            409,
            "The job before has not ended",
            "A schedule's time came while the job that it repeats, or had ordered before, had not ended.",
            "Nothing; the next time counts again. Choose times further apart, or cancel a job that waits for ever."),
    TOO_MANY_SCHEDULES(
            "E-SCH-E-0006",
            409,
            "Too many schedules",
            "The workspace has as many schedules as it may have.",
            "Delete schedules that are over or not needed any more."),

    SOURCE_EMPTY(
            "E-SCH-W-0020",
            409,
            "Nobody left",
            "There are no more people for the job where it was told to look.",
            "Choose other people, or loosen the filters."),
    SOURCE_PRIVATE(
            "E-SCH-W-0021",
            409,
            "The list is private",
            "Instagram shows this list to followers of the person only.",
            "Choose somebody whose account is public, or whom the account follows."),
    JOB_STILL_GOING(
            "E-SCH-E-0022",
            409,
            "The job is still going",
            "Only a job that has ended can be undone.",
            "Wait until it has ended, or cancel it, and undo it then."),
    JOB_FOLLOWED_NOBODY(
            "E-SCH-E-0023",
            409,
            "The job followed nobody",
            "There is nothing to undo: the job followed nobody.",
            "Nothing to do; to unfollow other people, name them."),

    // QTA: quota
    QUOTA_REACHED(
            "E-QTA-W-0001",
            429,
            "Limit reached",
            "The account has done as much as it may do for now.",
            "Nothing must be done: the bot goes on when the limit allows it.",
            true),

    // DB
    DATABASE_UNAVAILABLE(
            "E-DB-C-0001",
            503,
            "The database does not answer",
            "The server cannot reach its database.",
            "Try again in a moment; an administrator should look at the database.",
            true),
    DATABASE_FULL(
            "E-DB-C-0002",
            503,
            "The database has no room",
            "Nothing can be written: the disk of the database is full. Nothing that was written before is lost.",
            "An administrator should make room: the runbook says what may be deleted. Then try again.",
            true),

    // API
    BUG(
            "E-API-C-0001",
            500,
            "Something broke",
            "The server made a mistake. It has been written down with its place in the code.",
            "Try again; if it stays, report the correlation id."),
    MALFORMED_REQUEST(
            "E-API-E-0002",
            400,
            "The request cannot be read",
            "The body is not the JSON that the call expects.",
            "Compare the request with the API's documentation."),
    VALIDATION_FAILED(
            "E-API-E-0003",
            400,
            "Some fields are not right",
            "One or more fields hold values that the call does not accept.",
            "Mend the fields that are listed."),
    NOT_FOUND("E-API-E-0004", 404, "Not found", "There is nothing at this address.", "Check the address."),
    METHOD_NOT_ALLOWED(
            "E-API-E-0005",
            405,
            "Not possible here",
            "The address exists, but does not take this method.",
            "Use one of the methods in the Allow header."),
    MEDIA_TYPE_NOT_SUPPORTED(
            "E-API-E-0006",
            415,
            "Wrong content type",
            "The call takes JSON.",
            "Send `Content-Type: application/json`."),
    BODY_TOO_LARGE(
            "E-API-E-0007", 413, "Too large", "The request is larger than the server takes.", "Send less at a time."),
    NOT_ACCEPTABLE(
            "E-API-E-0008",
            406,
            "No such representation",
            "The server cannot answer in the form that the request asks for.",
            "Ask for application/json."),
    TOO_MANY_REQUESTS(
            "E-API-W-0009",
            429,
            "Too many requests",
            "More requests came within a minute than the server takes of one token, session or address.",
            "Wait as long as Retry-After says; the RateLimit header tells how many are left.",
            true),
    OF_A_NEWER_VERSION(
            "E-API-W-0010",
            500,
            "Told by a newer version",
            "A server of a newer version has noted this, and this one does not know what it means.",
            "Look again when all servers run the same version."),

    // NET
    INSTAGRAM_UNREACHABLE(
            "E-NET-E-0001",
            502,
            "Instagram cannot be reached",
            "No connection to Instagram could be made.",
            "Check the network and the account's proxy; the bot tries again by itself.",
            true),
    INSTAGRAM_UNCLEAR(
            "E-NET-E-0002",
            502,
            "Instagram's answer was not understood",
            "Instagram answered with an error of its own, or with something that is not an answer.",
            "Nothing must be done: the bot tries again by itself.",
            true),
    WEBHOOK_NOT_FOUND(
            "E-NET-E-0003",
            404,
            "No such webhook",
            "There is no such webhook in this workspace.",
            "Look at the list of webhooks."),
    DELIVERY_NOT_FOUND(
            "E-NET-E-0004",
            404,
            "No such delivery",
            "This webhook has no such delivery, or it is kept no longer.",
            "Look at the list of the webhook's deliveries."),
    WEBHOOK_OFF(
            "E-NET-W-0005",
            409,
            "The webhook is off",
            "The webhook is switched off: by a person, because nothing came through for a day, or because its receiver wants nothing more.",
            "See to it that its receiver answers with 200, then switch the webhook on again."),
    TOO_MANY_WEBHOOKS(
            "E-NET-E-0006",
            409,
            "Too many webhooks or rules",
            "The workspace has as many webhooks, or rules for alerts, as it may have.",
            "Remove one that is needed no more, or change one."),
    ALERT_RULE_NOT_FOUND(
            "E-NET-E-0007",
            404,
            "No such rule",
            "There is no such rule for alerts in this workspace.",
            "Look at the list of rules."),

    // BRW: the browser
    SCREENSHOT_NOT_FOUND(
            "E-BRW-E-0001",
            404,
            "No such picture",
            "There is no such picture of the account's browser, or it is kept no longer.",
            "Look at the list of the account's pictures.");

    private final String code;
    private final int status;
    private final String title;
    private final String description;
    private final String recommendedAction;
    private final boolean retryable;

    ErrorCode(String code, int status, String title, String description, String recommendedAction) {
        this(code, status, title, description, recommendedAction, false);
    }

    ErrorCode(String code, int status, String title, String description, String recommendedAction, boolean retryable) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.description = description;
        this.recommendedAction = recommendedAction;
        this.retryable = retryable;
    }

    private static final Map<String, ErrorCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private static final Map<String, ErrorCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::name, Function.identity()));

    /** What is stored under this code, maybe by a newer version. */
    public static ErrorCode of(String code) {
        return BY_CODE.getOrDefault(code, OF_A_NEWER_VERSION);
    }

    /** What is stored under this name, maybe by a newer version. */
    public static ErrorCode named(String name) {
        return BY_NAME.getOrDefault(name, OF_A_NEWER_VERSION);
    }

    public static Optional<ErrorCode> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@code E-MODULE-SEVERITY-NUMBER}. */
    public String code() {
        return code;
    }

    public String module() {
        return code.split("-", -1)[1];
    }

    /** I, W, E or C. */
    public String severity() {
        return code.split("-", -1)[2];
    }

    /** Of the severest kind: something of Parley's own is broken. */
    public boolean isCritical() {
        return severity().equals("C");
    }

    /** The HTTP status of a refusal with this code. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String recommendedAction() {
        return recommendedAction;
    }

    public boolean retryable() {
        return retryable;
    }
}
