package io.millrace.models.scores;

import io.millrace.customers.CustomerFiles;
import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.lifetime.Covariates;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Label;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what customers differ before they buy: what there is to choose, and what each of them has. */
@Component
final class Differing {
    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final CustomerFiles files;

    Differing(Timelines timelines, CustomerFiles files) {
        this.timelines = timelines;
        this.files = files;
    }

    List<ScorePages.Covariate> offered() {
        List<ScorePages.Covariate> offered = new ArrayList<>();
        offered.add(
                new ScorePages.Covariate(
                        FirstKnown.CHANNEL, new Label("Channel of the first order", "首单渠道")));
        offered.add(
                new ScorePages.Covariate(
                        FirstKnown.STORE, new Label("Store of the first order", "首单门店")));
        files.attributes().stream()
                .filter(one -> one.type().equals("text"))
                .filter(one -> !DataLevel.valueOf(one.level().toUpperCase(Locale.ROOT)).encrypted())
                .map(one -> new ScorePages.Covariate(FirstKnown.profile(one.name()), one.label()))
                .forEach(offered::add);
        return offered;
    }

    /**
     * What the buyers have, by their rows in the histories; empty where nothing is chosen.
     *
     * @param until only what was known by the end of this day
     */
    Optional<Covariates> covariates(ScoringModel.Data data, int until) {
        List<String> chosen = data.settings().differences();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Instant end =
                LocalDate.ofEpochDay(until)
                        .plusDays(1)
                        .atStartOfDay(data.zone())
                        .toInstant()
                        .minusNanos(1_000);
        long cut = Micros.of(end.isBefore(data.asOf()) ? end : data.asOf());
        ScoreColumns known =
                timelines.fold(words -> new FirstKnown(words, chosen, cut), END_OF_TIME).value();
        PurchaseHistories histories = data.histories();
        List<Covariates.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            List<@Nullable String> values = new ArrayList<>(histories.size());
            for (int row = 0; row < histories.size(); row++) {
                int at = known.rowOf(histories.customer(row));
                values.add(at < 0 ? null : known.text(i, at));
            }
            attributes.add(new Covariates.Attribute(chosen.get(i), values));
        }
        return Optional.of(
                Covariates.of(attributes, row -> known.rowOf(histories.customer(row)) >= 0));
    }
}
