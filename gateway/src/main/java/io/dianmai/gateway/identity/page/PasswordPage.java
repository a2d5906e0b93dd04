package io.dianmai.gateway.identity.page;

import io.dianmai.gateway.identity.page.FormPage.Language;
import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.signin.SignIn;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.problem.ProblemException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form to choose a password of one's own. Whoever was given his by somebody else is led here first. */
@RestController
class PasswordPage {
    static final String PATH = OwnPassword.PAGE;

    private final FormPage page = new FormPage("password");
    private final OwnPassword passwords;

    PasswordPage(OwnPassword passwords) {
        this.passwords = passwords;
    }

    /** Why the form is shown again. */
    enum Notice {
        WRONG,
        WAIT,
        UNFIT,
        DIFFERENT
    }

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String form(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable Notice notice,
            Locale accepted,
            CsrfToken csrf) {
        return page.in(Language.of(lang, accepted), csrf, notice);
    }

    @PostMapping(value = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> change(
            @RequestParam String present,
            @RequestParam String next,
            @RequestParam String again,
            Authentication signedIn) {
        if (!next.equals(again)) {
            return to(PATH + "?notice=" + Notice.DIFFERENT);
        }
        try {
            passwords.change(signedIn.getName(), present, next);
        } catch (TooManyTries tries) {
            return to(PATH + "?notice=" + Notice.WAIT);
        } catch (ProblemException refused) {
            boolean wrong = OwnPassword.WRONG.uri().equals(refused.getBody().getType());
            return to(PATH + "?notice=" + (wrong ? Notice.WRONG : Notice.UNFIT));
        }
        return to(SignIn.PAGE + "?notice=" + SignIn.Notice.CHANGED);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
