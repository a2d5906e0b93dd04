package io.dianmai.gateway.identity.secondfactor;

import io.dianmai.gateway.identity.person.AccountKeepers;
import io.dianmai.gateway.identity.secondfactor.SecondFactors.Enrolment;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor, for programs and for the page; and its reset by who keeps accounts. */
@RestController
public class SecondFactorController {
    public static final String PATH = "/api/me/second-factor";

    private final SecondFactors factors;

    SecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    /** Six digits of the app. */
    record Code(@NotNull @Pattern(regexp = "\\d{6}") String code) {}

    @PostMapping(PATH)
    @Operation(summary = "Begin with an authenticator app: its secret is shown this once")
    ResponseEntity<Enrolment> begin(Authentication signedIn) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(factors.begin(signedIn.getName()));
    }

    @PutMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm it with the first code; from now on every sign-in needs one")
    void confirm(@RequestBody @Valid Code code, Authentication signedIn) {
        factors.confirm(signedIn.getName(), code.code());
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take one's own away, with one of its codes")
    void remove(@RequestBody @Valid Code code, Authentication signedIn) {
        factors.remove(signedIn.getName(), code.code());
    }

    @DeleteMapping("/api/registry/people/{username}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take somebody's second factor away, for example because the telephone is lost")
    void reset(@PathVariable String username, Viewer viewer) {
        AccountKeepers.require(viewer);
        if (!factors.reset(username, viewer.subject())) {
            throw ProblemException.notFound();
        }
    }
}
