package io.dianmai.lead.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.loss.LostCompetitors.Competitor;
import io.dianmai.lead.loss.LostLeads.Lost;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostCompetitorsTests {
    private final LostCompetitors competitors = new LostCompetitors();

    @Test
    void namesTheTopThreeOfEachStoreAndModelWithReasons() {
        lose("s1", "X5", "Qin L", LossReason.PRICE, LossReason.PRICE, LossReason.STOCK);
        lose("s1", "X5", "Civic", LossReason.PRODUCT, LossReason.PRODUCT);
        lose("s1", "X5", "Sylphy", LossReason.PRICE);
        lose("s1", "X5", "Lavida", LossReason.PRICE);
        lose("s1", "X5", null, LossReason.SERVICE);

        assertThat(competitors.models()).singleElement().satisfies(model -> {
            assertThat(model.lost()).isEqualTo(8);
            assertThat(model.competitorUnknown()).isEqualTo(1);
            assertThat(model.reasons()).containsEntry(LossReason.PRICE, 4).containsEntry(LossReason.SERVICE, 1);
            assertThat(model.top())
                    .containsExactly(
                            new Competitor("Qin L", 3, Map.of(LossReason.PRICE, 2, LossReason.STOCK, 1)),
                            new Competitor("Civic", 2, Map.of(LossReason.PRODUCT, 2)),
                            new Competitor("Lavida", 1, Map.of(LossReason.PRICE, 1)));
        });
    }

    @Test
    void keepsStoresAndModelsApart() {
        lose("s2", "X5", "Civic", LossReason.PRICE);
        lose("s1", "X3", "Civic", LossReason.PRICE);
        lose("s1", "X5", "Civic", LossReason.PRICE, LossReason.PRICE);
        lose("s1", null, null, LossReason.NEEDS);

        assertThat(competitors.models())
                .extracting(LostCompetitors.Model::storeId, LostCompetitors.Model::model)
                .containsExactly(tuple("s1", "X5"), tuple("s1", "X3"), tuple("s1", null), tuple("s2", "X5"));
    }

    private void lose(String storeId, @Nullable String model, @Nullable String competitor, LossReason... reasons) {
        for (LossReason reason : reasons) {
            competitors.add(new Lost(storeId, model, competitor, reason));
        }
    }
}
