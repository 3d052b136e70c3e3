package io.millrace.models.scores;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.Orderings;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists of customers by what the models say of them. */
@Configuration
class ScoreOrderings {
    @Bean
    Orderings byLifetimeValue(ScoringModels models, Tables tables) {
        return new ByScore("clv", ClvModel.KEY, "clv", models, tables);
    }

    @Bean
    Orderings byRisk(ScoringModels models, Tables tables) {
        return new ByScore("risk", ChurnModel.KEY, "risk", models, tables);
    }

    /** Sorts once for each table. */
    static final class ByScore implements Orderings {
        private final String name;
        private final String model;
        private final String figure;
        private final ScoringModels models;
        private final Tables tables;
        private final Cache<ScoreColumns, List<ProfileId>> sorted =
                Caffeine.newBuilder().maximumSize(2).weakKeys().build();

        ByScore(String name, String model, String figure, ScoringModels models, Tables tables) {
            this.name = name;
            this.model = model;
            this.figure = figure;
            this.models = models;
            this.tables = tables;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ProfileId> ascending(@Nullable Instant asOf) {
            return models.named(model)
                    .map(one -> sorted.get(tables.of(one, asOf), this::sort))
                    .orElse(List.of());
        }

        private List<ProfileId> sort(ScoreColumns scores) {
            int place = scores.place(figure);
            int[] rows =
                    IntStream.range(0, scores.size())
                            .filter(row -> !Double.isNaN(scores.number(place, row)))
                            .boxed()
                            .sorted(
                                    Comparator.<Integer>comparingDouble(
                                                    row -> scores.number(place, row))
                                            .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray();
            return new Rows(scores, rows);
        }
    }

    /** Customers in the order of some rows of a table. */
    private static final class Rows extends AbstractList<ProfileId> {
        private final ScoreColumns scores;
        private final int[] rows;

        Rows(ScoreColumns scores, int[] rows) {
            this.scores = scores;
            this.rows = rows;
        }

        @Override
        public ProfileId get(int index) {
            return new ProfileId(scores.customer(rows[index]));
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
