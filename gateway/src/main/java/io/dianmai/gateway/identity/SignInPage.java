package io.dianmai.gateway.identity;

import io.dianmai.gateway.identity.FormPage.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in form. */
@RestController
class SignInPage {
    private final FormPage page = new FormPage("sign-in");

    /** Why the form is shown again. */
    enum Notice {
        ERROR,
        WAIT,
        BYE,
        CHANGED,
        CODE
    }

    @GetMapping(value = SignIn.PAGE, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String form(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable Notice notice,
            Locale accepted,
            CsrfToken csrf) {
        return page.in(Language.of(lang, accepted), csrf, notice);
    }
}
