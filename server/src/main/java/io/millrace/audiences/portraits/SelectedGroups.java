package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.customers.Selections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Groups that other modules can name: a selection for each value. */
@Component
class SelectedGroups {
    private final ObjectProvider<Selections> selections;

    SelectedGroups(ObjectProvider<Selections> selections) {
        this.selections = selections;
    }

    /**
     * @param values the last stands for whoever is in none
     * @param selection the value as the selection writes it
     */
    Grouping make(
            GroupingName name,
            Base base,
            List<GroupValue> values,
            String selected,
            UnaryOperator<String> selection) {
        byte[] places = new byte[base.size()];
        Arrays.fill(places, (byte) (values.size() - 1));
        for (int place = 0; place < values.size() - 1; place++) {
            byte one = (byte) place;
            String value = selection.apply(values.get(place).key());
            selections.stream()
                    .filter(each -> each.name().equals(selected))
                    .findFirst()
                    .flatMap(each -> each.select(value, base.asOf()))
                    .ifPresent(
                            found -> base.rows(found).stream().forEach(row -> places[row] = one));
        }
        return Grouping.single(name, new ArrayList<>(values), base.size(), row -> places[row]);
    }
}
