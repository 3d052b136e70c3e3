package io.millrace.models.scores;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The models that there are, in the order in which they build on one another. */
@Component
final class ScoringModels {
    private final List<ScoringModel> all;

    ScoringModels(List<ScoringModel> all) {
        this.all = List.copyOf(all);
    }

    List<ScoringModel> all() {
        return all;
    }

    Optional<ScoringModel> named(String key) {
        return all.stream().filter(model -> model.key().equals(key)).findFirst();
    }
}
