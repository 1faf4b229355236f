package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.ScriptedFault;
import io.helidon.http.HeaderNames;

/** The answer that a scripted fault puts in the place of the right one. */
final class FaultAnswers {
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int FOUND = 302;
    private static final String HTML = "text/html; charset=utf-8";

    private FaultAnswers() {}

    static Answer of(ScriptedFault scripted, GraphRequest request, Answer right) {
        return switch (scripted.fault()) {
            case BAD_PASSWORD, LOGIN_REQUIRED ->
                error(request, GraphError.of(190, 463, "Error validating access token: Session has expired"));
            case CHALLENGE_REQUIRED, CHECKPOINT_REQUIRED ->
                error(request, GraphError.of(190, 459, "Error validating access token: the user is checkpointed"));
            case CONSENT_REQUIRED -> error(request, GraphError.of(200, "(#200) Permissions error"));
            case FEEDBACK_REQUIRED ->
                error(request, GraphError.of(368, "The action attempted has been deemed abusive or is disallowed"));
            case RATE_LIMITED ->
                Usage.exhausted(
                        error(request, GraphError.of(80002, "(#80002) There have been too many calls to this account")),
                        request);
            case USER_NOT_FOUND ->
                error(request, GraphError.of(100, 2534014, "(#100) The requested user cannot be found"));
            case PRIVATE_ACCOUNT ->
                error(request, GraphError.of(230, "(#230) User consent is required to access user profile"));
            case MESSAGES_REFUSED ->
                error(request, GraphError.of(551, 1545041, "(#551) This person isn't available right now"));
            case SERVER_ERROR ->
                error(request, new GraphError(SERVER_ERROR, 2, 0, "An unexpected error has occurred", true));
            case GRAPH_ERROR -> error(request, named(String.valueOf(scripted.error())));
            case DELAY, NO_EFFECT -> right;
            case DROP -> right.ending(Answer.Ending.NEVER_SENT);
            case TRUNCATE -> right.ending(Answer.Ending.CUT_IN_THE_MIDDLE);
            case NOT_JSON -> Answer.text(OK, "application/json; charset=utf-8", "Oops, an error occurred.");
            case HTML -> Answer.text(OK, HTML, "<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>");
            case REDIRECT_TO_LOGIN ->
                Answer.text(FOUND, HTML, "").with(HeaderNames.LOCATION, "https://www.facebook.com/login/");
        };
    }

    private static GraphError named(String error) {
        String[] numbers = error.split("/");
        int code = Integer.parseInt(numbers[0]);
        int subcode = numbers.length == 1 ? 0 : Integer.parseInt(numbers[1]);
        return GraphError.of(code, subcode, "(#%d) An error on request".formatted(code));
    }

    private static Answer error(GraphRequest request, GraphError error) {
        return error.answer(request.door(), request.manners().localised());
    }
}
