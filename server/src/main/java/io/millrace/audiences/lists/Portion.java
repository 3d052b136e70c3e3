package io.millrace.audiences.lists;

import io.millrace.audiences.live.ListMembers;
import io.millrace.audiences.live.NameKind;
import io.millrace.audiences.live.NamedCustomers;
import io.millrace.audiences.live.NamedCustomers.Named;
import io.millrace.intake.UploadedRows;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Some rows of a file, and whom they name. */
final class Portion {
    private static final int LONGEST = 500;
    private static final String CUT = "cut";

    /** Whom no row before these names. */
    final TreeSet<ProfileId> fresh = new TreeSet<>();

    final List<LineTable.Row> unknown = new ArrayList<>();
    private final FillTable.Row fill;
    private int rows;

    Portion(FillTable.Row fill) {
        this.fill = fill;
    }

    static Portion of(
            FillTable.Row fill,
            List<UploadedRows.Row> rows,
            NamedCustomers customers,
            ListMembers.Seen seen) {
        Portion portion = new Portion(fill);
        List<String> texts = rows.stream().map(row -> text(row, fill.place())).toList();
        List<Named> found = customers.find(texts, fill.kind());
        for (int i = 0; i < texts.size(); i++) {
            portion.add(rows.get(i), texts.get(i), found.get(i), seen);
        }
        return portion;
    }

    private static String text(UploadedRows.Row row, int place) {
        String cell = row.cell(place);
        return cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    }

    private void add(UploadedRows.Row row, String text, Named named, ListMembers.Seen seen) {
        rows++;
        switch (named) {
            case Named.Known(ProfileId customer) -> {
                if (seen.add(customer)) {
                    fresh.add(customer);
                }
            }
            case Named.Unknown(String reason, var indexes) ->
                    unknown.add(line(row, row.cut() ? CUT : reason, text, indexes));
        }
    }

    private LineTable.Row line(
            UploadedRows.Row row, String reason, String text, Set<UUID> indexes) {
        NameKind kind = fill.kind();
        return new LineTable.Row(
                fill.id(), row.number(), fill.audience(), kind, reason, text, indexes);
    }

    /**
     * @param changing how many of the fresh ones are to be added, or taken off
     */
    ListFiles.Report after(ListFiles.Report before, int changing) {
        return new ListFiles.Report(
                before.lines() + rows,
                before.customers() + fresh.size(),
                before.repeated() + rows - unknown.size() - fresh.size(),
                before.unknown() + unknown.size(),
                before.changed() + changing,
                before.already() + fresh.size() - changing);
    }
}
