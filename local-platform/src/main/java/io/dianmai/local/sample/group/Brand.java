package io.dianmai.local.sample.group;

import io.dianmai.contracts.org.Tier;
import java.util.List;

/**
 * 品牌.
 *
 * @param competitors models of others that its customers are lost to
 */
public record Brand(String id, String name, Tier tier, List<Model> models, List<String> competitors) {
    public Brand {
        models = List.copyOf(models);
        competitors = List.copyOf(competitors);
    }
}
