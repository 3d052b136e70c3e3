package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.shared.Label;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each category of tags; a customer may bear several. */
@Component
class TagGroups implements GroupingMaker {
    private static final String PREFIX = "tag.";

    @Override
    public List<GroupingName> offered(Base base) {
        TraitTable people = base.people();
        int marks = people.size() == 0 ? 0 : people.marksTo(people.size() - 1);
        BitSet categories = new BitSet();
        for (int place = 0; place < marks; place++) {
            int of = people.markOf(place) - TraitTable.TAG;
            if (of >= 0) {
                categories.set(of);
            }
        }
        return categories.stream()
                .mapToObj(code -> base.words().word(code))
                .sorted()
                .map(TagGroups::name)
                .toList();
    }

    private static GroupingName name(String category) {
        Label label =
                category.isEmpty()
                        ? new Label("Tags", "标签")
                        : new Label("Tag: " + category, "标签：" + category);
        return new GroupingName(PREFIX + category, label, "tag", true);
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        String category = name.key().substring(PREFIX.length());
        int code = base.words().code(category);
        int of = code == Dictionary.NONE ? Integer.MAX_VALUE : TraitTable.TAG + code;
        return MarkGroups.words(
                name,
                base,
                of,
                word -> GroupValue.of(word, new Condition.Tag(category, Optional.of(word), false)),
                new Condition.None(List.of(new Condition.Tag(category, Optional.empty(), false))));
    }
}
