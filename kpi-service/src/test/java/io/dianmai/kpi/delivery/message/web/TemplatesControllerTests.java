package io.dianmai.kpi.delivery.message.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.delivery.message.TemplateDesk;
import io.dianmai.kpi.delivery.message.Told;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesControllerTests {
    private static final Viewer HQ = viewer(Role.GROUP_HQ);
    private static final TemplateRequest OWN = new TemplateRequest("{store}", List.of("{due}"));

    private final MemoryStore store = new MemoryStore();
    private final TemplateDesk desk = new TemplateDesk(store.mongo());
    private final TemplatesController templates =
            new TemplatesController(desk.archive(), desk.book(), Told.wording(), desk.clock());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void listsEveryTemplateWithWhatItMayName() {
        assertThat(templates.list(HQ)).hasSize(2 * 19).allSatisfy(view -> {
            assertThat(view.own()).isFalse();
            assertThat(view.placeholders()).isNotEmpty();
        });
    }

    @Test
    void changesAndGoesBack() {
        var changed = templates.change(HQ, "follow_up", "zh", "\"0\"", OWN);
        assertThat(changed.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(templates.show(HQ, "FOLLOW_UP", "ZH").getBody())
                .isEqualTo(changed.getBody())
                .satisfies(view -> assertThat(view.own()).isTrue());

        var back = templates.withdraw(HQ, "FOLLOW_UP", "ZH", "\"1\"");

        assertThat(back.getBody()).satisfies(view -> {
            assertThat(view.own()).isFalse();
            assertThat(view.revision()).isEqualTo(2);
            assertThat(view.title()).startsWith("【跟进】");
        });
    }

    @Test
    void refusesWhatWasNotSeen() {
        templates.change(HQ, "DIGEST", "EN", null, new TemplateRequest("{total}", List.of("{counts}")));

        refused(
                () -> templates.change(HQ, "DIGEST", "EN", "\"0\"", new TemplateRequest("{total}", List.of("x"))),
                412,
                "stale-version");
        refused(() -> templates.withdraw(HQ, "DIGEST", "EN", "nonsense"), 400, "invalid");
    }

    @Test
    void saysWhereATemplateIsWrong() {
        var broken = new TemplateRequest("{store}", List.of("fine", "due {due"));
        refused(() -> templates.change(HQ, "FOLLOW_UP", "ZH", null, broken), 400, "template-broken");
        var unknown = new TemplateRequest("{store}", List.of("call {phone}"));
        refused(() -> templates.preview(HQ, "FOLLOW_UP", "ZH", unknown), 400, "template-unknown-placeholder");
        assertThatThrownBy(() -> templates.preview(HQ, "FOLLOW_UP", "ZH", unknown))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getBody().getProperties())
                                .containsEntry("position", 6)
                                .extractingByKey("errors")
                                .asString()
                                .contains("/text/0", "Character 6", "{phone}"));
        assertThat(templates.list(HQ)).noneMatch(TemplateView::own);
    }

    @Test
    void previewsWithoutKeeping() {
        assertThat(templates.preview(HQ, "FOLLOW_UP", "EN", OWN).title()).isEqualTo("示例门店 Sample Store");
        assertThat(templates.list(HQ)).noneMatch(TemplateView::own);
    }

    @Test
    void isForHeadquarters() {
        for (Role role : Role.values()) {
            if (role != Role.GROUP_HQ) {
                refused(() -> templates.change(viewer(role), "DIGEST", "EN", null, OWN), 403, "forbidden");
                refused(() -> templates.withdraw(viewer(role), "DIGEST", "EN", null), 403, "forbidden");
                refused(() -> templates.preview(viewer(role), "DIGEST", "EN", OWN), 403, "forbidden");
            }
            if (role != Role.GROUP_HQ && role != Role.OPERATIONS) {
                refused(() -> templates.list(viewer(role)), 403, "forbidden");
                refused(() -> templates.show(viewer(role), "DIGEST", "EN"), 403, "forbidden");
            }
        }
    }

    @Test
    void knowsNoOtherSubjects() {
        refused(() -> templates.show(HQ, "BIRTHDAY", "ZH"), 404, "not-found");
        refused(() -> templates.show(HQ, "FOLLOW_UP", "FR"), 404, "not-found");
    }

    private static void refused(ThrowingCallable act, int status, String slug) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(status);
            assertThat(problem.getBody().getType()).hasToString("https://dianmai.io/problems/" + slug);
        });
    }

    private static Viewer viewer(Role role) {
        return new Viewer("somebody", Set.of(role), new StoreScope.All(), "s1", null);
    }
}
