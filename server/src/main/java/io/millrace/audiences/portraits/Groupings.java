package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All groupings, each made when it is first asked for and kept with the customers it is of. */
@Component
class Groupings {
    private final List<GroupingMaker> makers;

    Groupings(
            ValueGroups value,
            StageGroups stages,
            AttributeGroups attributes,
            BuyingGroups buying,
            MarkGroups marks,
            ConsentGroups consents,
            TagGroups tags) {
        this.makers = List.of(value, stages, buying, marks, attributes, consents, tags);
    }

    List<GroupingName> offered(Base base) {
        return makers.stream().flatMap(maker -> maker.offered(base).stream()).toList();
    }

    Optional<Grouping> find(String key, Base base) {
        Grouping made = base.groupings().get(key);
        if (made != null) {
            return Optional.of(made);
        }
        for (GroupingMaker maker : makers) {
            for (GroupingName name : maker.offered(base)) {
                if (name.key().equals(key)) {
                    return Optional.of(
                            base.groupings().computeIfAbsent(key, _ -> maker.make(name, base)));
                }
            }
        }
        return Optional.empty();
    }
}
