package dev.parley.server.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the instance, for administrators. */
@RestController
@RequestMapping("/api/users")
@Needs(Right.ADMINISTER)
class PeopleApi {

    private static final String USERNAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 1024;
    private static final int MOST = 200;

    private final People people;
    private final ManagePeople manage;
    private final Freshness freshness;

    PeopleApi(People people, ManagePeople manage, Freshness freshness) {
        this.people = people;
        this.manage = manage;
        this.freshness = freshness;
    }

    @GetMapping
    Page<PersonView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var found = people.list(cursor == null ? null : decode(cursor), limit + 1);
        return Page.of(found, limit, last -> encode(last.username())).map(PersonView::of);
    }

    record NewPerson(
            @NotNull
            @Size(min = 1, max = LONGEST_NAME)
            @Pattern(regexp = USERNAME, message = "may hold letters, digits, dots, dashes and underscores")
            String username,

            @NotBlank @Email @Size(max = LONGEST_EMAIL) String email,
            @Nullable Role role,
            @Nullable @Size(max = LONGEST_PASSWORD) String password) {

        @Override
        public String toString() {
            return "NewPerson[username=" + username + "]";
        }
    }

    record Added(
            UserId id,
            String username,
            String email,
            Role role,
            boolean mustChangePassword,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String temporaryPassword) {

        @Override
        public String toString() {
            return "Added[username=" + username + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@Valid @RequestBody NewPerson wanted) {
        var role = wanted.role() == null ? Role.USER : wanted.role();
        if (role == Role.ADMIN) {
            freshness.demand(SignedIn.current());
        }
        var chosen = wanted.password();
        var password = chosen == null ? PasswordRules.generate() : chosen;
        var person = manage.add(wanted.username(), wanted.email(), role, password);
        return new Added(person.id(), person.username(), person.email(), role, true, chosen == null ? password : null);
    }

    record Changes(
            @Nullable @Email @Size(min = 1, max = LONGEST_EMAIL)
            String email,

            @Nullable Role role,
            @Nullable Boolean disabled) {}

    @PatchMapping("/{id}")
    PersonView change(@PathVariable UserId id, @Valid @RequestBody Changes changes) {
        if (changes.role() != null || changes.email() != null) {
            freshness.demand(SignedIn.current());
        }
        return PersonView.of(manage.change(id, changes.email(), changes.role(), changes.disabled()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UserId id) {
        manage.remove(id);
    }

    @DeleteMapping("/{id}/factors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshSignIn
    void removeFactors(@PathVariable UserId id) {
        manage.removeFactors(id);
    }

    record Reset(UserId id, boolean mustChangePassword, String temporaryPassword) {

        @Override
        public String toString() {
            return "Reset[id=" + id + "]";
        }
    }

    @PostMapping("/{id}/reset-password")
    Reset reset(@PathVariable UserId id) {
        return new Reset(id, true, manage.resetPassword(id));
    }

    private static String encode(String username) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(username.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
