package io.dianmai.gateway.identity.page;

import io.dianmai.gateway.identity.external.ExternalIssuer;
import io.dianmai.gateway.identity.external.ExternalIssuerConfiguration;
import io.dianmai.gateway.identity.page.FormPage.Language;
import io.dianmai.gateway.identity.signin.SignIn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The sign-in form. */
@RestController
class SignInPage {
    private final FormPage page = new FormPage("sign-in");
    private final String singleSignOn;

    SignInPage(ExternalIssuer external) {
        singleSignOn = external.hasSignIn()
                ? "<p class=\"sso\"><a href=\"/oauth2/authorization/%s\">%s</a></p>"
                        .formatted(ExternalIssuerConfiguration.REGISTRATION, HtmlUtils.htmlEscape(external.label()))
                : "";
    }

    @GetMapping(value = SignIn.PAGE, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String form(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) SignIn.@Nullable Notice notice,
            Locale accepted,
            CsrfToken csrf) {
        return page.in(Language.of(lang, accepted), csrf, notice).replace("{{sso}}", singleSignOn);
    }
}
