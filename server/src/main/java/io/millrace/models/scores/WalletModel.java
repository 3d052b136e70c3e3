package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.growth.Wallet;
import io.millrace.models.PageSettings;
import io.millrace.models.satisfaction.Answers;
import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.shared.Label;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which share of what a customer spends on the category is ours, and how much is left to win: by
 * what they said they spend, else by the Wallet Allocation Rule from our rank among the brands they
 * use, else by averages that the operator knows. Never less is spent than we received.
 */
@Component
@Order(7)
final class WalletModel implements ScoringModel {
    static final String KEY = "wallet";
    static final String SETTINGS = "wallet";
    private static final int YEAR = 365;

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.share("share", "Share of wallet", "钱包份额"),
                    Figure.money("headroom", "Head-room a year", "每年可争取空间"),
                    Figure.money("category", "Spends on the category a year", "每年品类花费"),
                    Figure.money("own", "With us in 365 days", "365 天内在本品牌花费"),
                    Figure.text(
                            "method",
                            "Known by",
                            "依据",
                            List.of(
                                    Figure.word("survey", "what they said", "客户所述"),
                                    Figure.word("rule", "our rank (allocation rule)", "名次（份额法则）"),
                                    Figure.word("average", "an average", "外部平均"))));
    private static final Card CARD =
            new Card(KEY, new Label("Share of wallet", "钱包份额"), 1, FIGURES);

    private final Answers answers;
    private final PageSettings settings;

    WalletModel(Answers answers, PageSettings settings) {
        this.answers = answers;
        this.settings = settings;
    }

    /** The averages that were used. */
    record Averages(WalletSettings settings) implements Report {}

    /** What a customer spends in a year, minor units, and how it is known. */
    private record Spend(double category, String method) {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Outcome score(Data data) {
        WalletSettings averages =
                settings.read(SETTINGS, WalletSettings.class, WalletSettings.DEFAULT);
        Map<Role, Map<UUID, Given>> said = said(answers.given(data.asOf()));
        PurchaseHistories histories = data.histories();
        ScoreColumns scores = new ScoreColumns(FIGURES, histories.size());
        for (int buyer = 0; buyer < histories.size(); buyer++) {
            double own = own(histories, buyer, data.today());
            UUID who = histories.customer(buyer);
            Spend spend = spend(who, own, said, data.minor());
            Spend known = spend == null ? average(who, data.rfm().scores(), averages) : spend;
            if (known != null && known.category > 0) {
                double category = Math.max(known.category, own);
                int row = scores.add(histories.customerHigh(buyer), histories.customerLow(buyer));
                scores.set(0, row, own / category);
                scores.set(1, row, category - own);
                scores.set(2, row, category);
                scores.set(3, row, own);
                scores.set(4, row, known.method);
            }
        }
        if (scores.size() == 0) {
            return new Outcome.Lacking(new Scores.Lack("known-wallets", 0, 1));
        }
        return new Outcome.Scored(scores, List.of(), new Averages(averages));
    }

    /** Net of refunds, not below 0. */
    private static double own(PurchaseHistories histories, int buyer, int today) {
        long sum = 0;
        for (int event = histories.from(buyer); event < histories.to(buyer); event++) {
            boolean lately = histories.day(event) > today - YEAR;
            sum += lately && histories.isKnown(event, today) ? histories.amount(event) : 0;
        }
        return Math.max(0, sum);
    }

    /** The last of each kind. */
    private static Map<Role, Map<UUID, Given>> said(List<Given> given) {
        Map<Role, Map<UUID, Given>> said = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.SPEND, Role.RANK, Role.BRANDS)) {
            Map<UUID, Given> last = new HashMap<>();
            given.stream()
                    .filter(one -> one.meaning().role() == role)
                    .forEach(one ->
                            last.merge(one.customer(), one, (a, b) -> b.at() >= a.at() ? b : a));
            said.put(role, last);
        }
        return said;
    }

    private static @Nullable Spend spend(
            UUID who, double own, Map<Role, Map<UUID, Given>> said, int minor) {
        double spend = score(said, Role.SPEND, who);
        if (spend > 0) {
            return new Spend(spend * minor, "survey");
        }
        double rank = score(said, Role.RANK, who);
        double brands = score(said, Role.BRANDS, who);
        boolean ruled = brands >= 2 && brands <= 100 && rank >= 1 && rank <= brands;
        return ruled && own > 0 ? new Spend(own / Wallet.share(rank, (int) brands), "rule") : null;
    }

    private static double score(Map<Role, Map<UUID, Given>> said, Role role, UUID who) {
        Given given = said.getOrDefault(role, Map.of()).get(who);
        return given == null ? Double.NaN : given.score();
    }

    private static @Nullable Spend average(UUID who, RfmScores scores, WalletSettings averages) {
        int row = scores.table().rowOf(who);
        Long average = row < 0 ? averages.everybody() : averages.of(scores.type(row).key());
        return average == null ? null : new Spend(average, "average");
    }
}
