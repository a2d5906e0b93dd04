package io.dianmai.gateway.identity.person;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The change of one's own password, for programs; people use the page. */
@RestController
public class PasswordController {
    public static final String PATH = "/api/me/password";

    private final OwnPassword passwords;

    PasswordController(OwnPassword passwords) {
        this.passwords = passwords;
    }

    /** The password as it is, and as it shall be. */
    record Change(@NotNull String password, @NotNull String newPassword) {
        /** Keeps the passwords out of logs. */
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one's own password (HTTP Basic or a session); older sessions and tokens end")
    void change(@RequestBody @Valid Change change, Authentication signedIn) {
        passwords.change(signedIn.getName(), change.password(), change.newPassword());
    }
}
