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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factors. */
@RestController
@RequestMapping("/api/me/factors")
@Needs(Right.SIGN_IN)
class FactorApi {

    private static final int LONGEST = 1024;
    private static final int LONGEST_CODE = 100;

    private final SetUpFactors factors;
    private final ReadFactors reader;

    FactorApi(SetUpFactors factors, ReadFactors reader) {
        this.factors = factors;
        this.reader = reader;
    }

    @GetMapping
    FactorsView factors() {
        return reader.of(SignedIn.current().person().id());
    }

    record Begun(String secret, String otpauthUri, String qrSvg) {

        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    @PostMapping("/totp")
    @ResponseStatus(HttpStatus.CREATED)
    @FreshSignIn
    Begun begin() {
        var begun = factors.begin(SignedIn.current().person());
        return new Begun(begun.secret(), begun.uri(), begun.qrCode().svg());
    }

    record Code(@NotBlank @Size(max = LONGEST_CODE) String code) {

        @Override
        public String toString() {
            return "Code[]";
        }
    }

    record Codes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Codes[]";
        }
    }

    @PostMapping("/totp/confirm")
    @FreshSignIn
    Codes confirm(@Valid @RequestBody Code code) {
        return new Codes(factors.confirm(SignedIn.current().person(), code.code()));
    }

    record Password(@NotNull @Size(max = LONGEST) String currentPassword) {

        @Override
        public String toString() {
            return "Password[]";
        }
    }

    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshSignIn
    void switchOff(@Valid @RequestBody Password password) {
        factors.switchOff(SignedIn.current(), password.currentPassword());
    }

    @PostMapping("/recovery-codes")
    @FreshSignIn
    Codes renew() {
        return new Codes(factors.renewCodes(SignedIn.current().person()));
    }
}
