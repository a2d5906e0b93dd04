package io.dianmai.gateway.identity.page;

import io.dianmai.gateway.identity.page.FormPage.Language;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.gateway.identity.secondfactor.SecondFactors.Enrolment;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.problem.ProblemException;
import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which somebody sets up an authenticator app: a picture to scan, and a field for the first code. */
@RestController
class SecondFactorPage {
    static final String PATH = SecondFactors.PAGE;

    private static final String PICTURE = PATH + "/qr.svg";
    private static final int QUIET_ZONE = 4;

    private final FormPage page = new FormPage("second-factor");
    private final FormPage done = new FormPage("second-factor-done");
    private final SecondFactors factors;

    SecondFactorPage(SecondFactors factors) {
        this.factors = factors;
    }

    /** Why the form is shown again. */
    enum Notice {
        WRONG,
        WAIT
    }

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> form(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable Notice notice,
            Locale accepted,
            CsrfToken csrf,
            Authentication signedIn) {
        Language language = Language.of(lang, accepted);
        String username = signedIn.getName();
        String html = factors.isSetUp(username)
                ? done.in(language, csrf, null)
                : page.in(language, csrf, notice)
                        .replace("{{secret}}", enrolment(username).secret());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
    }

    @GetMapping(value = PICTURE, produces = "image/svg+xml")
    ResponseEntity<String> picture(Authentication signedIn) {
        Enrolment begun = factors.begun(signedIn.getName()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(svg(begun.uri()));
    }

    @PostMapping(value = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> confirm(@RequestParam String code, Authentication signedIn) {
        try {
            factors.confirm(signedIn.getName(), code);
            return to(PATH);
        } catch (TooManyTries tries) {
            return to(PATH + "?notice=" + Notice.WAIT);
        } catch (ProblemException refused) {
            return to(PATH + "?notice=" + Notice.WRONG);
        }
    }

    private Enrolment enrolment(String username) {
        return factors.begun(username).orElseGet(() -> factors.begin(username));
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(',')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path fill=\"#fff\" d=\"M0,0h%dv%dH0z\"/><path d=\"%s\"/></svg>"
                .formatted(size, size, size, size, path);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
