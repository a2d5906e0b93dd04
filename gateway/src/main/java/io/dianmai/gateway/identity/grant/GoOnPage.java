package io.dianmai.gateway.identity.grant;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.page.FormPage;
import io.dianmai.gateway.identity.session.Detour;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Leads back to the program somebody signed in for. A page and no redirect: browsers follow no redirect of a form to an
 * address that the page's content policy does not name, and a program's is not known beforehand.
 */
@RestController
class GoOnPage {
    private final FormPage page = new FormPage("go-on");
    private final IdentityProperties properties;

    GoOnPage(IdentityProperties properties) {
        this.properties = properties;
    }

    @GetMapping(value = Detour.GO_ON, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> goOn(
            @RequestParam(required = false) @Nullable String lang,
            Locale accepted,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        String there = Detour.end(request, response, properties.encrypted()).orElse("/");
        String html = page.in(FormPage.Language.of(lang, accepted), csrf, null)
                .replace("{{there}}", HtmlUtils.htmlEscape(there));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
    }
}
