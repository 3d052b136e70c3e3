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
            PreferenceGroups preferences,
            ConsentGroups consents,
            TagGroups tags) {
        this.makers =
                List.of(value, stages, buying, marks, preferences, attributes, consents, tags);
    }

    List<GroupingName> offered(Base base) {
        return makers.stream().flatMap(maker -> names(maker, base).stream()).toList();
    }

    Optional<Grouping> find(String key, Base base) {
        Grouping made = base.groupings().get(key);
        if (made != null) {
            return Optional.of(made);
        }
        for (GroupingMaker maker : makers) {
            Optional<GroupingName> name =
                    names(maker, base).stream().filter(one -> one.key().equals(key)).findFirst();
            if (name.isPresent()) {
                Grouping grouping = maker.make(name.get(), base);
                base.groupings().put(key, grouping);
                return Optional.of(grouping);
            }
        }
        return Optional.empty();
    }

    private static List<GroupingName> names(GroupingMaker maker, Base base) {
        List<GroupingName> known = base.offered().get(maker);
        if (known == null) {
            known = maker.offered(base);
            base.offered().put(maker, known);
        }
        return known;
    }
}
