package io.millrace.audiences;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What lifecycle rules have in common with audiences: they ask in one language and of each other.
 */
public interface RuleLanguage {
    /** What reading a rule came to. */
    sealed interface Read {
        record Done(Condition condition) implements Read {}

        record Invalid(List<FieldProblem> errors) implements Read {}
    }

    /**
     * @param pointer where the rule stands in what is being read
     * @param scheme the rule's own, which it must not lead back to
     */
    Read read(JsonNode rule, String pointer, String scheme);

    /** In words. */
    Label sentence(Condition condition);

    /** With the conditions of audiences and other schemes in their places. */
    LifecycleScheme inlined(LifecycleScheme scheme);

    /** The names of the audiences and other schemes that ask for a stage of a scheme themselves. */
    List<String> thoseWhoAskFor(String scheme, String stage);

    /**
     * Lets everybody who speaks of a scheme be evaluated anew, in the background. To be called in
     * the transaction that changes the scheme, once its new rules can be found.
     */
    void changed(String scheme);

    /** Whether facts tell of each customer's change of stage. */
    Told told(String scheme);

    /** Begins or ends to tell; what was before is not told. */
    void tell(String scheme, boolean on);

    /** Whether changes of stage are told. */
    enum Told {
        OFF,
        /** Soon: everybody is being placed, which moves nobody. */
        PLACING,
        ON
    }
}
