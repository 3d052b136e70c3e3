package io.millrace.customers;

import io.millrace.shared.Label;
import java.util.List;

/** What a higher module implements so that conditions can be built on the scores of its models. */
public interface ModelWords {
    List<Model> models();

    /**
     * @param key as facts {@code model.scored} and conditions name it
     */
    record Model(String key, Label label, List<Offered> figures) {
        public Model {
            figures = List.copyOf(figures);
        }
    }

    /**
     * @param type {@code number} or {@code text}
     * @param values of text, all there are
     */
    record Offered(String key, Label label, String type, List<Word> values) {
        public Offered {
            values = List.copyOf(values);
        }
    }

    record Word(String key, Label label) {}
}
