package io.millrace.models.scores;

import io.millrace.kernel.model.CustomerType;
import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What customers spend on all brands of the category in a year, as others have found; minor units
 * of the reporting currency.
 *
 * @param everybody null where it is not known
 * @param byType for the RFM types that are known better
 */
public record WalletSettings(@Nullable Long everybody, Map<String, Long> byType) {
    static final WalletSettings DEFAULT = new WalletSettings(null, Map.of());
    private static final long MOST = 1_000_000_000_000L;

    public WalletSettings {
        byType = new TreeMap<>(byType == null ? Map.of() : byType);
    }

    /** Null where neither the type nor everybody is known. */
    @Nullable Long of(String type) {
        Long own = byType.get(type);
        return own == null ? everybody : own;
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (everybody != null && !usable(everybody)) {
            problems.add(FieldProblem.of("/everybody", "models.spend-unusable"));
        }
        byType.forEach((type, spend) -> {
            boolean known =
                    Arrays.stream(CustomerType.values()).anyMatch(one -> one.key().equals(type));
            if (!known || !usable(spend)) {
                problems.add(FieldProblem.of("/byType/" + type, "models.spend-unusable"));
            }
        });
        return problems;
    }

    private static boolean usable(long spend) {
        return spend > 0 && spend <= MOST;
    }
}
