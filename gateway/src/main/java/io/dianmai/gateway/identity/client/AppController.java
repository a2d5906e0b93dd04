package io.dianmai.gateway.identity.client;

import io.dianmai.gateway.identity.person.AccountKeepers;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that act for people, registered by HQ and operations. */
@RestController
@RequestMapping("/api/registry/apps")
class AppController {
    private final Apps apps;

    AppController(Apps apps) {
        this.apps = apps;
    }

    /**
     * A program as it is registered.
     *
     * @param redirectUris exact addresses; {@code http://127.0.0.1/…} and {@code http://[::1]/…} stand for any port
     */
    record AppRequest(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 10) List<@NotNull @Size(max = 200) String> redirectUris) {}

    record AppView(String clientId, String name, List<String> redirectUris, Instant createdAt) {
        static AppView of(App app) {
            return new AppView(app.clientId(), app.name(), app.redirectUris(), app.createdAt());
        }
    }

    record AppList(List<AppView> apps) {}

    @GetMapping
    @Operation(summary = "The programs that act for people")
    AppList list(Viewer viewer) {
        AccountKeepers.require(viewer);
        return new AppList(apps.all().stream().map(AppView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register a program that acts for people (a public client: no secret, PKCE)",
            description = "For example {\"name\": \"Desk tool\", \"redirectUris\": [\"http://[::1]/signed-in\"]}.")
    AppView register(@RequestBody @Valid AppRequest request, Viewer viewer) {
        AccountKeepers.require(viewer);
        List<String> uris = request.redirectUris();
        List<Violation> violations = IntStream.range(0, uris.size())
                .boxed()
                .flatMap(i -> RedirectRules.objection("/redirectUris/" + i, uris.get(i)).stream())
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return AppView.of(apps.register(request.name(), uris, viewer.subject()));
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one; what it was granted ends within ten seconds")
    void revoke(@PathVariable String clientId, Viewer viewer) {
        AccountKeepers.require(viewer);
        if (!apps.revoke(clientId, viewer.subject())) {
            throw ProblemException.notFound();
        }
    }
}
