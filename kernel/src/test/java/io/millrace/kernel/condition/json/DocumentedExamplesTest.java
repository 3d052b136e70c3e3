package io.millrace.kernel.condition.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleOfTheGuideIsReadAndEveryClauseHasOne() throws IOException {
        String guide = Files.readString(Path.of("../docs/conditions.md"));
        List<String> examples = BLOCK.matcher(guide).results().map(it -> it.group(1)).toList();
        Set<Class<?>> shown = new HashSet<>();
        for (String example : examples) {
            ConditionJson.Read read = ConditionJson.read(JacksonJson.parse(example));
            assertThat(read).as(example).isInstanceOf(ConditionJson.Read.Done.class);
            show(((ConditionJson.Read.Done) read).condition(), shown);
        }

        assertThat(shown).containsExactlyInAnyOrder(Condition.class.getPermittedSubclasses());
    }

    private static void show(Condition condition, Set<Class<?>> into) {
        into.add(condition.getClass());
        switch (condition) {
            case Condition.All(var of) -> of.forEach(part -> show(part, into));
            case Condition.Any(var of) -> of.forEach(part -> show(part, into));
            case Condition.None(var of) -> of.forEach(part -> show(part, into));
            case Condition.Surely(var of) -> show(of, into);
            default -> {}
        }
    }
}
