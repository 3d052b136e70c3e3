package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.baskets.BoughtTogether;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Found;
import io.millrace.models.baskets.BoughtTogether.Question;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is bought together. */
@RestController
@RequestMapping("/api/v1/baskets")
class BasketsController {
    /** Below it the rules of a big assortment are more than anybody reads. */
    private static final double LEAST_SUPPORT = 0.001;

    private final BoughtTogether together;

    BasketsController(BoughtTogether together) {
        this.together = together;
    }

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    Found rules(
            @RequestParam(defaultValue = "0.01") double support,
            @RequestParam(defaultValue = "0.3") double confidence,
            @RequestParam(defaultValue = "sku") String by,
            @Nullable AsOf asOf) {
        if (!(support >= LEAST_SUPPORT && support <= 1)) {
            throw unusable("/support", "models.support-unusable");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw unusable("/confidence", "models.share-unusable");
        }
        By item =
                switch (by) {
                    case "sku" -> By.SKU;
                    case "category" -> By.CATEGORY;
                    default -> throw unusable("/by", "models.item-unusable");
                };
        return together.rules(
                new Question(item, support, confidence), asOf == null ? null : asOf.instant());
    }

    private static Refusal unusable(String pointer, String code) {
        return Refusal.of(SharedProblem.INVALID, List.of(FieldProblem.of(pointer, code)));
    }
}
