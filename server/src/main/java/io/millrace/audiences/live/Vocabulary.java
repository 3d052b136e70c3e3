package io.millrace.audiences.live;

import io.millrace.shared.Label;
import java.util.List;
import java.util.UUID;

/** The words that there are for conditions: what the builder offers. */
public interface Vocabulary {
    Offer words();

    /**
     * @param models with the figures of their scores
     * @param channels on which customers are reached
     */
    record Offer(
            List<Kind> kinds,
            List<Attribute> attributes,
            List<Category> tags,
            List<Scheme> schemes,
            List<Model> models,
            List<Named> audiences,
            List<String> identities,
            List<String> purposes,
            List<String> channels) {}

    /** A kind of fact and the attributes that such facts have. */
    record Kind(String key, Label label, List<FactAttribute> attributes) {}

    /**
     * @param type {@code text}, {@code number} or {@code flag}
     * @param examples some values, never of a secret one
     */
    record FactAttribute(String name, String type, List<String> examples) {}

    /**
     * @param level data level; of confidential ones only whether they are set can be asked
     */
    record Attribute(String name, Label label, String type, String level) {}

    record Category(String category, List<String> values) {}

    record Scheme(String key, Label label, List<Stage> stages) {}

    record Stage(String key, Label label) {}

    record Model(String key, Label label, List<Figure> figures) {}

    /**
     * @param values of text; what they are called stands at the same places of {@code labels}
     */
    record Figure(String key, Label label, String type, List<String> values, List<Label> labels) {}

    record Named(UUID id, String name) {}
}
