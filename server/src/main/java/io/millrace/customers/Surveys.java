package io.millrace.customers;

import io.millrace.shared.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which answers to surveys describe customers. The last answer wins; what a person entered by hand
 * wins over answers that were given before.
 */
public interface Surveys {
    /** Every question that was ever answered, with the answers that there were. */
    List<Question> questions();

    List<Mapping> mappings();

    /**
     * Lets the answers to a question say what an attribute is; earlier answers are gone through in
     * the background. A mapping of the same question is replaced.
     */
    Mapped map(Wanted wanted, String by);

    /** What was learnt from it stays. False if there is no such mapping. */
    boolean unmap(UUID mapping, String by);

    /**
     * @param customers who gave each answer, at any time
     */
    record Question(String survey, String question, Map<String, Integer> customers) {
        public Question {
            customers = Map.copyOf(customers);
        }
    }

    /**
     * @param answers the value that each answer means; empty: the answer is the value
     */
    record Wanted(String survey, String question, String attribute, Map<String, String> answers) {
        public Wanted {
            answers = Map.copyOf(answers);
        }
    }

    record Mapping(
            UUID id,
            String survey,
            String question,
            String attribute,
            Map<String, String> answers) {
        public Mapping {
            answers = Map.copyOf(answers);
        }
    }

    /** Answers of {@link #map}. */
    sealed interface Mapped {
        /**
         * @param job that goes through the answers there are
         */
        record Done(UUID mapping, UUID job) implements Mapped {}

        record Invalid(List<FieldProblem> errors) implements Mapped {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }
}
