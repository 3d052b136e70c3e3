package io.millrace.models.scores;

import io.millrace.customers.Orderings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists of customers by what the models say of them. */
@Configuration
class ScoreOrderings {
    @Bean
    Orderings byLifetimeValue(ClvModel clv, Tables tables) {
        return by("clv", clv, tables);
    }

    @Bean
    Orderings byRisk(ChurnModel churn, Tables tables) {
        return by("risk", churn, tables);
    }

    /** By the figure of that name. */
    private static Orderings by(String figure, ScoringModel model, Tables tables) {
        return Orderings.by(
                figure,
                asOf -> tables.of(model, asOf),
                scores -> {
                    int place = scores.place(figure);
                    return row -> scores.number(place, row);
                });
    }
}
