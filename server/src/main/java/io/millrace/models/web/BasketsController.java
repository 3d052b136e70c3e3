package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.baskets.BoughtTogether;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Found;
import io.millrace.models.baskets.BoughtTogether.Line;
import io.millrace.models.baskets.BoughtTogether.Order;
import io.millrace.models.baskets.BoughtTogether.Over;
import io.millrace.models.baskets.BoughtTogether.Question;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            @RequestParam(defaultValue = "orders") String over,
            @RequestParam(defaultValue = "lift") String sort,
            @Nullable AsOf asOf) {
        return together.rules(
                question(by, over, sort, support, confidence),
                asOf == null ? null : asOf.instant());
    }

    /** All rules as a file. */
    @GetMapping("/rules")
    @Requires(Permission.INSIGHTS_READ)
    void file(
            @RequestParam(defaultValue = "0.01") double support,
            @RequestParam(defaultValue = "0.3") double confidence,
            @RequestParam(defaultValue = "sku") String by,
            @RequestParam(defaultValue = "orders") String over,
            @RequestParam(defaultValue = "lift") String sort,
            @Nullable AsOf asOf,
            HttpServletResponse response)
            throws IOException {
        List<Line> lines =
                together.lines(
                        question(by, over, sort, support, confidence),
                        asOf == null ? null : asOf.instant());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rules.csv\"");
        RulesCsv.write(lines, response.getWriter());
    }

    private static Question question(
            String by, String over, String sort, double support, double confidence) {
        if (!(support >= LEAST_SUPPORT && support <= 1)) {
            throw unusable("/support", "models.support-unusable");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw unusable("/confidence", "models.share-unusable");
        }
        return new Question(
                named(By.values(), by, "/by", "models.item-unusable"),
                named(Over.values(), over, "/over", "models.over-unusable"),
                named(Order.values(), sort, "/sort", "models.sort-unusable"),
                support,
                confidence);
    }

    static <E extends Enum<E>> E named(E[] all, String word, String pointer, String code) {
        return Arrays.stream(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> unusable(pointer, code));
    }

    static Refusal unusable(String pointer, String code) {
        return Refusal.of(SharedProblem.INVALID, List.of(FieldProblem.of(pointer, code)));
    }
}
