package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.io.IOException;

/** Whether 1/2/2024 is the first of February: decided by the other dates of the file. */
final class DateEvidence {
    private long ambiguous;
    private long dayFirst;
    private long monthFirst;

    private DateEvidence() {}

    static DateReader reader(DataFile file, Columns columns, int date, Arguments arguments)
            throws Misuse, Failed, IOException {
        String format = arguments.option("--date-format").orElse("");
        if (!format.isEmpty()) {
            return DateReader.written(format);
        }
        if (arguments.has("--day-first") || arguments.has("--month-first")) {
            return DateReader.seen(arguments.has("--day-first"));
        }
        DateEvidence evidence = new DateEvidence();
        file.read((line, fields) -> {
            if (date < fields.length && !(line == 1 && columns.header())) {
                evidence.see(fields[date].strip());
            }
            return line < 1000 || evidence.doubtful();
        });
        return DateReader.seen(evidence.dayFirst());
    }

    private void see(String text) {
        DateText scanned = DateText.scan(text);
        if (scanned == null || scanned.yearFirst()) {
            return;
        }
        if (scanned.ambiguous()) {
            ambiguous++;
        } else if (scanned.month() == 1) {
            dayFirst++;
        } else {
            monthFirst++;
        }
    }

    private boolean doubtful() {
        return ambiguous > 0 && dayFirst == monthFirst;
    }

    private boolean dayFirst() throws Misuse {
        if (ambiguous > 0 && dayFirst == monthFirst) {
            throw new Misuse(
                    "it cannot be seen whether day or month comes first in the dates: say"
                            + " --day-first, --month-first or --date-format");
        }
        return dayFirst > monthFirst;
    }
}
