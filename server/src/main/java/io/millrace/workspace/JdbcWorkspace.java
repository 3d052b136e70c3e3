package io.millrace.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The settings in one row, remembered between changes because every request reads them. */
@Component
class JdbcWorkspace implements Workspace {
    private static final TypeReference<Map<String, Long>> RATES = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private volatile @Nullable Settings remembered;

    JdbcWorkspace(JdbcClient jdbc, TransactionTemplate transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public Settings settings() {
        Settings known = remembered;
        if (known != null) {
            return known;
        }
        Settings read = read();
        // Inside a transaction the row may still be rolled back.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            remembered = read;
        }
        return read;
    }

    @Override
    public Changed change(Settings settings, long expectedVersion) {
        int changed =
                transactions.execute(status -> {
                    forgetAfterCommit();
                    return update(settings, expectedVersion);
                });
        return changed == 1 ? new Changed.Done(read()) : new Changed.Stale(read());
    }

    private int update(Settings settings, long expectedVersion) {
        return jdbc.sql(
                        """
                        update workspace.settings
                           set name = :name, zone = :zone, currency = :currency,
                               phone_region = :region, language = :language,
                               rates = cast(:rates as jsonb), version = version + 1
                         where version = :version
                        """)
                .param("name", settings.name())
                .param("zone", settings.zone().getId())
                .param("currency", settings.currency())
                .param("region", settings.phoneRegion())
                .param("language", settings.language().toLanguageTag())
                .param("rates", json.writeValueAsString(settings.rates()))
                .param("version", expectedVersion)
                .update();
    }

    @Override
    public void adoptCurrency(String currency) {
        Settings known = remembered;
        if (known != null && known.currency() != null) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            forgetAfterCommit();
            jdbc.sql(
                            """
                            update workspace.settings
                               set currency = :currency, version = version + 1
                             where currency is null
                            """)
                    .param("currency", currency)
                    .update();
        });
    }

    private void forgetAfterCommit() {
        remembered = null;
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        remembered = null;
                    }
                });
    }

    private Settings read() {
        return jdbc.sql(
                        """
                        select name, zone, currency, phone_region, language, rates, version
                          from workspace.settings
                        """)
                .query(this::settings)
                .single();
    }

    private Settings settings(ResultSet row, int number) throws SQLException {
        return new Settings(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("currency"),
                row.getString("phone_region"),
                Locale.forLanguageTag(row.getString("language")),
                json.readValue(row.getString("rates"), RATES),
                row.getLong("version"));
    }
}
