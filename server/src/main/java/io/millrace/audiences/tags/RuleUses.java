package io.millrace.audiences.tags;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.customers.TagTree;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rules use audiences and tags. */
@Component
final class RuleUses implements LiveAudiences.Uses, TagTree.Uses {
    private final RuleTable rules;

    RuleUses(RuleTable rules) {
        this.rules = rules;
    }

    @Override
    public List<LiveAudiences.Use> of(UUID audience) {
        return rules.all().stream()
                .filter(one -> one.audience().equals(audience))
                .map(one -> new LiveAudiences.Use("tag", one.id().toString(), name(one)))
                .toList();
    }

    @Override
    public List<TagTree.Use> all() {
        return rules.all().stream()
                .map(one ->
                        new TagTree.Use(
                                "rule",
                                one.id().toString(),
                                name(one),
                                one.category(),
                                one.value()))
                .toList();
    }

    private static String name(RuleTable.Row row) {
        return row.category() + ": " + row.value();
    }
}
