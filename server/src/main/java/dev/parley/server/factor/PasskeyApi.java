package dev.parley.server.factor;

import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own passkeys. The list is a part of one's factors. */
@RestController
@RequestMapping("/api/me/factors/passkeys")
@Needs(Right.SIGN_IN)
class PasskeyApi {

    private static final int LONGEST_NAME = 60;

    private final PasskeyOptions options;
    private final SetUpPasskeys passkeys;

    PasskeyApi(PasskeyOptions options, SetUpPasskeys passkeys) {
        this.options = options;
        this.passkeys = passkeys;
    }

    /** For {@code navigator.credentials.create}, as {@code PublicKeyCredential.parseCreationOptionsFromJSON} reads it. */
    @PostMapping("/options")
    @FreshSignIn
    Map<String, Object> options() {
        return options.forNew(SignedIn.current().person());
    }

    /** @param response what {@code PublicKeyCredential.toJSON} gives */
    record NewPasskey(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotNull JsonNode response) {}

    record Added(UUID id, String name, List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Added[id=" + id + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshSignIn
    Added add(@Valid @RequestBody NewPasskey wanted) {
        var added = passkeys.add(
                SignedIn.current().person(), wanted.name(), wanted.response().toString());
        return new Added(added.passkey().id(), added.passkey().name(), added.recoveryCodes());
    }

    record Name(@NotBlank @Size(max = LONGEST_NAME) String name) {}

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @Valid @RequestBody Name name) {
        passkeys.rename(SignedIn.current().person(), id, name.name());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshSignIn
    void remove(@PathVariable UUID id) {
        passkeys.remove(SignedIn.current().person(), id);
    }
}
