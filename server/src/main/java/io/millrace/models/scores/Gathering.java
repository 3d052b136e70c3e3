package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.models.Models;
import io.millrace.workspace.Workspace;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what models are given. */
@Component
final class Gathering {
    private final Workspace workspace;
    private final Models models;
    private final SettingsTable settings;

    Gathering(Workspace workspace, Models models, SettingsTable settings) {
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
        return models.histories(asOf);
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
