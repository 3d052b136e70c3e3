package io.millrace.intake.files;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.intake.NamedColumns;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the files in which a person is named, whether a row about them was taken, was rejected, was
 * only tried or was never imported: the cells that name somebody are looked up one by one.
 */
@Component
final class PersonSearch {
    static final Map<String, IdentityType> NAMING =
            Map.of(
                    "customer", IdentityType.EXTERNAL,
                    "email", IdentityType.EMAIL,
                    "phone", IdentityType.PHONE,
                    "anonymous", IdentityType.ANONYMOUS);

    private final UploadTable uploads;
    private final ImportTable imports;
    private final Customers customers;
    private final ObjectProvider<NamedColumns> others;

    PersonSearch(
            UploadTable uploads,
            ImportTable imports,
            Customers customers,
            ObjectProvider<NamedColumns> others) {
        this.uploads = uploads;
        this.imports = imports;
        this.customers = customers;
        this.others = others;
    }

    /**
     * The kept files that name one of these; those that an import is known to have are not read.
     */
    List<UploadTable.Stored> filesOf(Set<ProfileId> profiles) {
        List<UploadTable.Stored> found =
                new ArrayList<>(uploads.holding(ImportTable.texts(profiles)));
        Set<UUID> known = new HashSet<>();
        found.forEach(upload -> known.add(upload.id()));
        Set<UUID> indexes = customers.identityIndexes(profiles);
        for (UploadTable.Stored upload :
                indexes.isEmpty() ? List.<UploadTable.Stored>of() : uploads.kept()) {
            if (!known.contains(upload.id()) && names(upload, indexes)) {
                found.add(upload);
            }
        }
        return found;
    }

    /** Tells the rows of a file that name one of these. */
    Predicate<Rows.Row> naming(UploadTable.Stored upload, Set<ProfileId> profiles) {
        return naming(columns(upload), customers.identityIndexes(profiles));
    }

    private Predicate<Rows.Row> naming(Set<Naming> columns, Set<UUID> indexes) {
        return row ->
                columns.stream().anyMatch(column -> indexes.contains(column.index(row, customers)));
    }

    private boolean names(UploadTable.Stored upload, Set<UUID> indexes) {
        Set<Naming> columns = columns(upload);
        if (columns.isEmpty()) {
            return false;
        }
        Predicate<Rows.Row> naming = naming(columns, indexes);
        try (Rows rows = Sniffer.open(upload.path(), upload.dialect(), Limits.DEFAULT)) {
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                if (naming.test(row)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            // Who is in a file that cannot be read cannot be said, and nobody can use it any more.
            return true;
        }
    }

    private record Naming(int column, IdentityType type, PhoneText phones) {
        UUID index(Rows.Row row, Customers customers) {
            String cell = Texts.clean(row.cell(column));
            String name = type == IdentityType.PHONE ? phones.of(cell) : Texts.identifier(cell);
            UUID index = name.isEmpty() ? null : customers.identityIndex(new Identity(type, name));
            return index == null ? NOBODY : index;
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);

    /** As imports and others had it, and as it seems to be. */
    private Set<Naming> columns(UploadTable.Stored upload) {
        Set<Naming> columns = new LinkedHashSet<>();
        List<String> headers = upload.headers();
        PhoneText home = new PhoneText(null);
        for (Kind kind : Kind.values()) {
            HeaderWords.guess(headers, kind)
                    .forEach((column, field) -> add(columns, column, field, home));
        }
        for (ImportTable.Stored imported : imports.of(upload.id())) {
            PhoneText phones = new PhoneText(imported.options().phoneRegion());
            imported.mapping()
                    .forEach((field, name) -> add(columns, headers.indexOf(name), field, phones));
        }
        others.forEach(one ->
                one.of(upload.id())
                        .forEach(named -> {
                            int column = headers.indexOf(named.column());
                            if (column >= 0) {
                                columns.add(new Naming(column, named.type(), home));
                            }
                        }));
        return columns;
    }

    private static void add(Set<Naming> columns, int column, String field, PhoneText phones) {
        IdentityType type = NAMING.get(field);
        if (type != null && column >= 0) {
            columns.add(new Naming(column, type, phones));
        }
    }
}
