package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.scores.Figure;
import io.millrace.models.scores.ScoreTable;
import io.millrace.models.scores.Scores;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores themselves: one customer's, and all of a model as a file. */
@RestController
@RequestMapping("/api/v1")
class ScoresController {
    private final Scores scores;

    ScoresController(Scores scores) {
        this.scores = scores;
    }

    record Standings(List<Scores.Standing> items) {}

    @GetMapping("/customers/{id}/scores")
    @Requires(Permission.CUSTOMERS_READ)
    Standings of(@PathVariable String id, @Nullable AsOf asOf) {
        return new Standings(scores.of(profile(id), instant(asOf)));
    }

    @GetMapping("/models/{model}/scores")
    @Requires(Permission.DATA_EXPORT)
    void file(@PathVariable String model, @Nullable AsOf asOf, HttpServletResponse response)
            throws IOException {
        ScoreTable table =
                scores.table(model, instant(asOf))
                        .orElseThrow(() -> Refusal.of(ModelsProblem.NO_SUCH_MODEL));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"scores-" + model + ".csv\"");
        write(table, response.getWriter());
    }

    private static void write(ScoreTable table, Writer to) throws IOException {
        to.write("id");
        for (Figure figure : table.figures()) {
            to.write("," + figure.key());
        }
        to.write("\r\n");
        for (int row = 0; row < table.size(); row++) {
            to.write(new ProfileId(table.customer(row)).toString());
            for (int i = 0; i < table.figures().size(); i++) {
                to.write("," + cell(table, i, row));
            }
            to.write("\r\n");
        }
    }

    private static String cell(ScoreTable table, int figure, int row) {
        String text = table.text(figure, row);
        double number = table.number(figure, row);
        if (text != null || Double.isNaN(number)) {
            return text == null ? "" : text;
        }
        return BigDecimal.valueOf(number)
                .setScale(table.figures().get(figure).decimals(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static ProfileId profile(String id) {
        try {
            return ProfileId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.of(SharedProblem.NOT_FOUND);
        }
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
