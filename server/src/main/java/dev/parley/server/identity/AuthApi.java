package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.guard.From;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own password. */
@RestController
class AuthApi {

    private static final int LONGEST = 1024;

    private final SignIns signIns;
    private final Tokens tokens;
    private final ChangePassword changePassword;
    private final SignOut signOut;
    private final Tenancy tenancy;

    AuthApi(SignIns signIns, Tokens tokens, ChangePassword changePassword, SignOut signOut, Tenancy tenancy) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.changePassword = changePassword;
        this.signOut = signOut;
        this.tenancy = tenancy;
    }

    record Login(
            @NotBlank @Size(max = LONGEST) String username,
            @NotNull @Size(max = LONGEST) String password,
            @Nullable @Size(max = LONGEST) String otp) {

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    record LoggedIn(String token, Instant tokenExpiresAt, boolean mustChangePassword, Who user) {

        record Who(UserId id, String username, Role role) {}

        @Override
        public String toString() {
            return "LoggedIn[user=" + user + "]";
        }
    }

    @PostMapping("/api/auth/login")
    @Needs(Right.NOTHING)
    LoggedIn login(@Valid @RequestBody Login login, HttpServletRequest request) {
        var claim = new SignIns.Claim(login.username(), login.password(), login.otp(), From.of(request));
        var person = proven(signIns.check(claim));
        var issued = tenancy.unbound(() -> {
            signIns.letIn(person);
            return tokens.issue(person.id());
        });
        return new LoggedIn(
                issued.token(),
                issued.expiresAt(),
                person.mustChangePassword(),
                new LoggedIn.Who(person.id(), person.username(), person.role()));
    }

    private static Person proven(SignIns.Checked checked) {
        return switch (checked) {
            case SignIns.Checked.Proven(var person) -> person;
            case SignIns.Checked.FactorMissing missing ->
                throw new BotException(
                        ErrorCode.SECOND_FACTOR_REQUIRED,
                        ErrorCode.SECOND_FACTOR_REQUIRED.description(),
                        Refusal.telling("methods", List.copyOf(missing.methods())));
        };
    }

    @PostMapping("/api/auth/logout")
    @Needs(Right.SIGN_IN)
    Done logout(HttpServletRequest request) {
        signOut.signOut(SignedIn.current(), request);
        return Done.DONE;
    }

    record OtherPassword(
            @NotNull @Size(max = LONGEST) String currentPassword,
            @NotNull @Size(max = LONGEST) String newPassword) {

        @Override
        public String toString() {
            return "OtherPassword[]";
        }
    }

    @PutMapping("/api/users/{id}/change-password")
    @Needs(Right.SIGN_IN)
    Done change(@PathVariable UserId id, @Valid @RequestBody OtherPassword change) {
        var me = SignedIn.current();
        if (!me.person().id().equals(id)) {
            throw new BotException(ErrorCode.USER_NOT_FOUND, "A person can only change their own password here.");
        }
        changePassword.change(me, change.currentPassword(), change.newPassword());
        return Done.DONE;
    }

    record FirstPassword(
            @NotBlank @Size(max = LONGEST) String username,
            @NotNull @Size(max = LONGEST) String currentPassword,
            @NotNull @Size(max = LONGEST) String newPassword) {

        @Override
        public String toString() {
            return "FirstPassword[username=" + username + "]";
        }
    }

    @PostMapping("/api/admin/initialize-password")
    @Needs(Right.NOTHING)
    Done initialize(@Valid @RequestBody FirstPassword first, HttpServletRequest request) {
        var person = signIns.byPassword(first.username(), first.currentPassword(), From.of(request));
        if (!person.isAdmin() || !person.mustChangePassword()) {
            throw new BotException(ErrorCode.PASSWORD_CHANGE_NOT_DUE, ErrorCode.PASSWORD_CHANGE_NOT_DUE.description());
        }
        changePassword.change(person, first.currentPassword(), first.newPassword(), null);
        return Done.DONE;
    }
}
