package io.millrace.models.web;

import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmTable;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.io.Writer;

/** The scored table, one customer a line; amounts in minor units. */
final class RfmCsv {
    private static final String HEADER = "id,recency,frequency,monetary,r,f,m,type\r\n";

    private RfmCsv() {}

    static void write(RfmScores scores, Writer to) throws IOException {
        RfmTable table = scores.table();
        to.write(HEADER);
        for (int row = 0; row < table.size(); row++) {
            int recency = table.recencyDays(row);
            to.write(new ProfileId(table.customer(row)).toString());
            to.write(recency < 0 ? "," : "," + recency);
            to.write("," + table.frequency(row) + "," + table.monetary(row));
            to.write("," + scores.r(row) + "," + scores.f(row) + "," + scores.m(row));
            to.write("," + scores.type(row).key() + "\r\n");
        }
    }
}
