package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.PurchaseHistoryFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.Models;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what models are given. */
@Component
final class Gathering {
    /** Stands for a currency where there is none yet, so that no order is in it. */
    private static final String NO_CURRENCY = "XTS";

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final Workspace workspace;
    private final Models models;
    private final SettingsTable settings;

    Gathering(Timelines timelines, Workspace workspace, Models models, SettingsTable settings) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.models = models;
        this.settings = settings;
    }

    ScoringModel.Data data(Instant asOf) {
        Workspace.Settings house = workspace.settings();
        return new ScoringModel.Data(
                asOf,
                Math.toIntExact(asOf.atZone(house.zone()).toLocalDate().toEpochDay()),
                house.zone(),
                house.currency(),
                minor(house.currency()),
                models.rfm(asOf),
                histories(asOf),
                settings.read());
    }

    PurchaseHistories histories(Instant asOf) {
        Workspace.Settings house = workspace.settings();
        String currency = house.currency() == null ? NO_CURRENCY : house.currency();
        RfmQuery query = new RfmQuery(Micros.of(asOf), currency, house.minorRates(), true);
        return timelines
                .fold(words -> new PurchaseHistoryFold(words, query, house.zone()), END_OF_TIME)
                .value();
    }

    /** Minor units of the reporting currency in one major unit. */
    int minor() {
        return minor(workspace.settings().currency());
    }

    private static int minor(@Nullable String currency) {
        int digits =
                currency == null ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
        int minor = 1;
        for (int i = 0; i < digits; i++) {
            minor *= 10;
        }
        return minor;
    }
}
