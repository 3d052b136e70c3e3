package io.millrace.audiences.lists;

import io.millrace.customers.Customers;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lines that wait may be about persons who are known by now. */
@Component
final class FiledPersons implements PersonalData {
    private final LineTable lines;
    private final Customers customers;

    FiledPersons(LineTable lines, Customers customers) {
        this.lines = lines;
        this.customers = customers;
    }

    @Override
    public String store() {
        return "audiences.lines";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        Set<UUID> indexes = customers.identityIndexes(profiles);
        List<LineTable.Row> rows = indexes.isEmpty() ? List.of() : lines.about(indexes);
        return List.of(
                new Section(
                        "lines of lists",
                        rows.stream().map(row -> List.of(new Field("text", row.text()))).toList()));
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        Set<UUID> indexes = customers.identityIndexes(profiles);
        return indexes.isEmpty() ? 0 : lines.erase(indexes);
    }
}
