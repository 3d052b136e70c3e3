package io.millrace.audiences.live;

import io.millrace.audiences.ConditionNodes;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.json.ConditionJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class JacksonNodes implements ConditionNodes {
    @Override
    public ConditionJson.Read read(JsonNode node) {
        return JacksonConditions.read(node);
    }

    @Override
    public JsonNode write(Condition condition) {
        return JacksonConditions.node(condition);
    }
}
