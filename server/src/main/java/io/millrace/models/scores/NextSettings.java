package io.millrace.models.scores;

import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is never offered: out of stock, withdrawn, or not to be pushed.
 *
 * @param products by sku
 * @param categories all of whose products are left out
 */
public record NextSettings(List<String> products, List<String> categories) {
    static final NextSettings DEFAULT = new NextSettings(List.of(), List.of());
    private static final int MOST = 1_000;
    private static final int LONGEST = 200;

    public NextSettings {
        products = products == null ? List.of() : List.copyOf(new TreeSet<>(products));
        categories = categories == null ? List.of() : List.copyOf(new TreeSet<>(categories));
    }

    boolean bars(String product, @Nullable String category) {
        return products.contains(product) || (category != null && categories.contains(category));
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (!usable(products)) {
            problems.add(FieldProblem.of("/products", "models.barred-unusable"));
        }
        if (!usable(categories)) {
            problems.add(FieldProblem.of("/categories", "models.barred-unusable"));
        }
        return problems;
    }

    private static boolean usable(List<String> names) {
        return names.size() <= MOST
                && names.stream().allMatch(name -> !name.isBlank() && name.length() <= LONGEST);
    }
}
