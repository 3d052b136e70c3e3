package io.millrace.models.scores;

import io.millrace.customers.ModelWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** The models and their figures as words for conditions. */
@Component
final class OfferedFigures implements ModelWords {
    private final ScoringModels models;

    OfferedFigures(ScoringModels models) {
        this.models = models;
    }

    @Override
    public List<Model> models() {
        return models.all().stream()
                .map(model ->
                        new Model(
                                model.key(),
                                model.label(),
                                model.described().stream()
                                        .map(figure -> offered(figure, model.examples(figure)))
                                        .toList()))
                .toList();
    }

    private static ModelWords.Offered offered(Figure figure, List<Figure.Word> words) {
        return new ModelWords.Offered(
                figure.key(),
                figure.label(),
                figure.isText() ? "text" : "number",
                words.stream().map(word -> new ModelWords.Word(word.key(), word.label())).toList());
    }
}
