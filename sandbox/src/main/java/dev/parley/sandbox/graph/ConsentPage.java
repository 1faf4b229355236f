package dev.parley.sandbox.graph;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.script.Call;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The page on which the owner of an account signs in, and agrees or cancels. */
final class ConsentPage {
    private static final String HTML = "text/html; charset=utf-8";
    private static final int BAD_REQUEST = 400;
    private static final int FOUND = 302;
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            Path.of("unused"), ContentType.Html, ConsentPage.class.getClassLoader(), "dev.parley.sandbox.templates");

    private ConsentPage() {}

    static void addTo(GraphRoutes routes) {
        routes.open(Door.WWW_INSTAGRAM, "GET", "oauth/authorize", Call.AUTHORIZE, ConsentPage::show);
        routes.open(Door.WWW_INSTAGRAM, "POST", "oauth/authorize", Call.AUTHORIZE, ConsentPage::decide);
        routes.open(Door.WWW_FACEBOOK, "GET", "dialog/oauth", Call.AUTHORIZE, ConsentPage::show);
        routes.open(Door.WWW_FACEBOOK, "POST", "dialog/oauth", Call.AUTHORIZE, ConsentPage::decide);
    }

    private static Answer show(GraphRequest request) {
        return page(request, "");
    }

    private static Answer decide(GraphRequest request) {
        Optional<String> wrong = wrongIn(request);
        if (wrong.isPresent()) {
            return refusal(wrong.get());
        }
        if (!request.parameters().text("decision").orElse("").equals("allow")) {
            return back(
                    request,
                    "error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request",
                    "");
        }
        Optional<Account> owner = signedIn(request);
        return owner.isEmpty()
                ? page(request, "The username or the password is wrong.")
                : back(request, "code=" + agreed(request, owner.get()), end(request));
    }

    private static Answer page(GraphRequest request, String complaint) {
        Optional<String> wrong = wrongIn(request);
        if (wrong.isPresent()) {
            return refusal(wrong.get());
        }
        var html = new StringOutput();
        TEMPLATES.render("consent.jte", new Consent(request, complaint), html);
        return Answer.text(complaint.isEmpty() ? 200 : BAD_REQUEST, HTML, html.toString())
                .with(HeaderNames.CACHE_CONTROL, "no-store");
    }

    private static Optional<String> wrongIn(GraphRequest request) {
        Parameters given = request.parameters();
        if (!given.text("client_id").orElse("").equals(App.of(request.flavour()).id())) {
            return Optional.of("Invalid platform app: there is no app with this client_id.");
        }
        if (!given.text("response_type").orElse("code").equals("code")) {
            return Optional.of("Invalid response_type: it has to be code.");
        }
        String redirect = given.text("redirect_uri").orElse("");
        if (!redirect.matches("https?://.+")
                || !request.official().registration().allows(redirect)) {
            return Optional.of("Invalid redirect_uri: it is not one of the app's.");
        }
        List<String> asked = given.list("scope");
        boolean known = new LinkedHashSet<>(request.flavour().permissions()).containsAll(asked);
        return asked.isEmpty() || !known
                ? Optional.of("Invalid scope: known are "
                        + String.join(", ", request.flavour().permissions()))
                : Optional.empty();
    }

    private static Answer refusal(String sentence) {
        return Answer.text(BAD_REQUEST, "text/plain; charset=utf-8", sentence);
    }

    private static Optional<Account> signedIn(GraphRequest request) {
        Parameters given = request.parameters();
        return request.state()
                .accounts()
                .withUsername(given.text("username").orElse(""))
                .filter(account -> given.text("password").orElse("").equals(Account.PASSWORD));
    }

    private static String agreed(GraphRequest request, Account owner) {
        return request.official()
                .grants()
                .agree(
                        request.flavour(),
                        accounts(request, owner),
                        request.parameters().required("redirect_uri"),
                        new LinkedHashSet<>(allowed(request)),
                        request.state().now(),
                        request.state().journal());
    }

    /** An owner may agree to less than was asked for. */
    private static List<String> allowed(GraphRequest request) {
        List<String> refused = request.parameters().list("refused");
        return request.parameters().list("scope").stream()
                .filter(scope -> !refused.contains(scope))
                .toList();
    }

    /** Somebody on Facebook may have several pages, each with an account. */
    private static List<Long> accounts(GraphRequest request, Account owner) {
        var accounts = new ArrayList<>(List.of(owner.id()));
        request.parameters().list("also").stream()
                .flatMap(name -> request.state().accounts().withUsername(name).stream())
                .map(Account::id)
                .forEach(accounts::add);
        return accounts;
    }

    /** Fact: Instagram's page ends the address with {@code #_}. */
    private static String end(GraphRequest request) {
        return request.door() == Door.WWW_INSTAGRAM ? "#_" : "";
    }

    private static Answer back(GraphRequest request, String answer, String end) {
        String redirect = request.parameters().required("redirect_uri");
        String state = request.parameters()
                .text("state")
                .map(text -> "&state=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        String address = redirect + (redirect.contains("?") ? "&" : "?") + answer + state + end;
        return Answer.text(FOUND, HTML, "").with(HeaderNames.LOCATION, address);
    }
}
