package io.millrace.models.scores;

import io.millrace.models.baskets.BoughtTogether.Item;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is offered to whom next. Every number comes with {@code open}, the query of the customer
 * list that names those whom it counts, by a condition that can become an audience.
 */
public interface NextPages {
    /** As of an instant, null means now. */
    Page page(@Nullable Instant asOf);

    NextSettings settings();

    Change change(NextSettings settings);

    /** Answers of {@link #change}. */
    sealed interface Change {
        /** The next run goes by them. */
        record Done(NextSettings settings) implements Change {}

        record Invalid(List<FieldProblem> errors) implements Change {}
    }

    /**
     * @param run whose offers these are, its report included; null if the model has not run by then
     * @param customers with an offer
     * @param reasoned of them, those whose first offer has a reason in their own history
     * @param products by the customers whose first offer they are, the most first; at most 100
     * @param more further products
     * @param categories of the first offers, the most first
     */
    record Page(
            Instant asOf,
            Scores.@Nullable Detail run,
            int customers,
            String open,
            int reasoned,
            List<Product> products,
            int more,
            List<Category> categories) {}

    /**
     * @param first customers whose first offer it is
     * @param any customers to whom it is offered at all
     * @param because what they bought that speaks for it most often as first offer; null if it is
     *     offered because it is popular
     */
    record Product(
            Item product,
            @Nullable String category,
            int first,
            String openFirst,
            int any,
            String openAny,
            @Nullable Item because,
            int becauseCustomers,
            @Nullable String openBecause) {}

    record Category(String category, int customers, String open) {}
}
