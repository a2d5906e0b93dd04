package io.dianmai.lead.activity;

import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/activities/channel-costs")
@Tag(name = "Activities")
class ChannelCostsController {
    private final Activities activities;
    private final RegisteredStores registeredStores;
    private final GivenCommands commands;

    ChannelCostsController(Activities activities, RegisteredStores registeredStores, GivenCommands commands) {
        this.activities = activities;
        this.registeredStores = registeredStores;
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Book what was spent on a channel beside activities, each cost once")
    ResponseEntity<ChannelCostsView> book(
            @Valid @RequestBody ActivityRequest.BookChannel body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.RUN.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var command = commands.given(body.storeId(), body.time(), key, body);
        return Answers.ok(
                Outcomes.stored(activities.book(body.channel(), command, body.asked())), ChannelCostsView::of);
    }

    @GetMapping
    @Operation(summary = "What a store has spent on each channel beside activities")
    List<ChannelCostsView> list(@RequestParam String storeId, Viewer viewer) {
        Access.READ.require(viewer);
        viewer.requireStore(storeId);
        return activities.channelCosts(storeId).stream()
                .map(ChannelCostsView::of)
                .toList();
    }
}
