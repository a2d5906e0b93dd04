package io.dianmai.lead;

import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.lead.activity.ActivityFacts;
import io.dianmai.lead.intake.FactTaker;
import io.dianmai.lead.stock.StockFacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rows of files that say what a fact says go where the fact goes. */
@Configuration(proxyBeanMethods = false)
class ImportedFacts {
    @Bean
    FactTaker<StockReceived> importedVehicles(StockFacts facts) {
        return new FactTaker<>(StockReceived.class, facts::on);
    }

    @Bean
    FactTaker<CostBooked> importedCosts(ActivityFacts facts) {
        return new FactTaker<>(CostBooked.class, facts::on);
    }
}
