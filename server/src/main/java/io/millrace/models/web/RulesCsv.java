package io.millrace.models.web;

import io.millrace.models.baskets.BoughtTogether.Item;
import io.millrace.models.baskets.BoughtTogether.Line;
import io.millrace.shared.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Association rules, one a line; items of the left side part by a plus. */
final class RulesCsv {
    private static final String HEADER =
            "left,leftNames,right,rightName,count,support,confidence,lift,leverage,conviction\r\n";

    private RulesCsv() {}

    static void write(List<Line> lines, Writer to) throws IOException {
        to.write(SpreadsheetText.MARK + HEADER);
        for (Line line : lines) {
            to.write(
                    "%s,%s,%s,%s,%d,%s,%s,%s,%s,%s\r\n"
                            .formatted(
                                    cell(keys(line.left())),
                                    cell(names(line.left())),
                                    cell(line.right().key()),
                                    cell(line.right().name()),
                                    line.baskets(),
                                    line.support(),
                                    line.confidence(),
                                    line.lift(),
                                    line.leverage(),
                                    Double.isFinite(line.conviction()) ? line.conviction() : ""));
        }
    }

    private static String keys(List<Item> items) {
        return items.stream().map(Item::key).collect(Collectors.joining(" + "));
    }

    private static String names(List<Item> items) {
        return items.stream().map(Item::name).collect(Collectors.joining(" + "));
    }

    private static String cell(String text) {
        return '"' + SpreadsheetText.safe(text).replace("\"", "\"\"") + '"';
    }
}
