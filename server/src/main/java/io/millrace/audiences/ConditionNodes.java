package io.millrace.audiences;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.json.ConditionJson;
import tools.jackson.databind.JsonNode;

/** Conditions as JSON, whatever they speak of. */
public interface ConditionNodes {
    ConditionJson.Read read(JsonNode node);

    /** Canonical. */
    JsonNode write(Condition condition);
}
