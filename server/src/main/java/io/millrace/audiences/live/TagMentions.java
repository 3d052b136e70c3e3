package io.millrace.audiences.live;

import io.millrace.customers.TagTree;
import io.millrace.kernel.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The audiences whose conditions name tags. */
@Component
final class TagMentions implements TagTree.Uses {
    private final Definitions definitions;

    TagMentions(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<TagTree.Use> all() {
        List<TagTree.Use> uses = new ArrayList<>();
        for (Definitions.Definition one : definitions.all()) {
            gather(one, one.condition(), uses);
        }
        return uses.stream().distinct().toList();
    }

    private static void gather(
            Definitions.Definition of, Condition condition, List<TagTree.Use> into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> gather(of, part, into));
            case Condition.Any(var parts) -> parts.forEach(part -> gather(of, part, into));
            case Condition.None(var parts) -> parts.forEach(part -> gather(of, part, into));
            case Condition.Surely(var part) -> gather(of, part, into);
            case Condition.Tag(String category, var value, boolean _) ->
                    into.add(
                            new TagTree.Use(
                                    "audience",
                                    of.id().toString(),
                                    of.name(),
                                    category,
                                    value.orElse(null)));
            default -> {
                // Nothing else names a tag.
            }
        }
    }
}
