package io.millrace.customers;

import io.millrace.customers.Describing.Told;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.privacy.Privacy;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed of a customer, on the timeline; sealed where the attribute's level asks for it. As
 * in every fact, a sealed attribute is bound to the attribute's name.
 */
final class AttributeFacts {
    private final CustomerFacts facts;
    private final Privacy privacy;

    AttributeFacts(CustomerFacts facts, Privacy privacy) {
        this.facts = facts;
        this.privacy = privacy;
    }

    void changed(List<Told> changed) {
        var secrets = changed.stream().filter(AttributeFacts::secret).toList();
        var sealed =
                privacy.sealAll(
                                secrets.stream()
                                        .map(told ->
                                                new Privacy.ClearValue(
                                                        told.slot().profile(),
                                                        "value",
                                                        String.valueOf(told.clear())))
                                        .toList())
                        .iterator();
        var news = new ArrayList<NewFact>(changed.size());
        for (var told : changed) {
            var attributes = Attributes.writer().text("attribute", told.attribute().name());
            if (secret(told)) {
                attributes.sealed("value", sealed.next());
            } else if (told.clear() != null) {
                attributes.text("value", told.clear());
            }
            news.add(
                    facts.change(
                            told.slot().profile(),
                            Kinds.PROFILE_CHANGED,
                            told.observedAt(),
                            null,
                            attributes.done(),
                            told.source()));
        }
        facts.append(news);
    }

    private static boolean secret(Told told) {
        return told.clear() != null && told.attribute().level().encrypted();
    }
}
