package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.lifetime.CovariateOutcome.Effect;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Fitted;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Refused;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fader and Hardie (2007): covariates in the rates of buying and of leaving. */
final class TellsWhatCovariatesDoTest {
    private static final Covariates.Column APP = new Covariates.Column("channel", "app", 0);
    private static final Covariates.Column SHOP = new Covariates.Column("channel", "shop", 0);
    private static final CovariateModel TRUTH =
            new CovariateModel(
                    new BgNbd(0.6, 8, 0.8, 3, TimeUnit.WEEK),
                    List.of(APP, SHOP),
                    List.of(Math.log(1.8), Math.log(0.6)),
                    List.of(Math.log(1.5), 0.0),
                    List.of(0.0, Math.log(2)));

    private static CovariatePurchases simulated(int customers, int columns) {
        List<double[]> values = new ArrayList<>();
        List<Purchases> cells = new ArrayList<>();
        for (double[] z : new double[][] {{0, 0}, {1, 0}, {0, 1}}) {
            values.add(java.util.Arrays.copyOf(z, columns));
            cells.add(
                    Simulation.bgNbd(
                            (BgNbd) TRUTH.of(z), customers, 200, 600, (long) (z[0] + 2 * z[1])));
        }
        return new CovariatePurchases(
                List.of(APP, SHOP).subList(0, columns), null, merged(cells), values, cells);
    }

    private static Purchases merged(List<Purchases> cells) {
        Purchases.Builder all = Purchases.in(TimeUnit.WEEK);
        for (Purchases cell : cells) {
            for (int row = 0; row < cell.rows(); row++) {
                for (int i = 0; i < cell.weight(row); i++) {
                    all.add(
                            new Summary(
                                    cell.repeats(row),
                                    cell.last(row),
                                    cell.observed(row),
                                    TimeUnit.WEEK));
                }
            }
        }
        return all.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg", "pareto"})
    void gradientIsWhatTheLikelihoodSays(String which) {
        CovariateObjective objective = objective(simulated(300, 2), which);
        double[] logs = new double[objective.size()];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = random.nextDouble() - 0.3;
        }
        double[] gradient = new double[logs.length];
        objective.at(logs, gradient);
        for (int i = 0; i < logs.length; i++) {
            double[] up = logs.clone();
            double[] down = logs.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double numeric =
                    (objective.at(up, new double[logs.length])
                                    - objective.at(down, new double[logs.length]))
                            / 2e-5;
            assertThat(gradient[i]).isCloseTo(numeric, within(1e-4 + 1e-6 * Math.abs(numeric)));
        }
    }

    private static CovariateObjective objective(CovariatePurchases data, String which) {
        boolean pareto = which.equals("pareto");
        return new CovariateObjective(
                data,
                pareto ? new int[] {1, 3} : new int[] {1, 2, 3},
                pareto ? new int[] {-1, -1} : new int[] {-1, 1, 1},
                cell ->
                        pareto
                                ? new ParetoObjective(cell, 5)
                                : new BetaGeometricObjective(cell, 5, which.equals("mbg")));
    }

    @Test
    void withoutEffectsItIsThePlainModel() {
        CovariatePurchases data = simulated(300, 2);
        double[] logs = {0.1, 0.5, -0.2, 0.9};
        for (String which : List.of("bg", "pareto")) {
            CovariateObjective with = objective(data, which);
            Objective plain =
                    which.equals("bg")
                            ? new BetaGeometricObjective(data.all(), 5, false)
                            : new ParetoObjective(data.all(), 5);
            double one =
                    with.at(java.util.Arrays.copyOf(logs, with.size()), new double[with.size()]);
            double other = plain.at(logs, new double[4]);
            assertThat(one).isCloseTo(other, within(1e-12 * Math.abs(other)));
        }
        assertThat(TRUTH.of(new double[] {0, 0})).isEqualTo(TRUTH.base());
    }

    @Test
    void findsTheEffectsOfSimulatedCustomers() {
        assertThat(CovariateFits.bgNbd(simulated(6_000, 2)))
                .isInstanceOfSatisfying(
                        Fitted.class,
                        fit -> {
                            assertThat(fit.limit()).isNull();
                            assertThat(fit.chance()).isLessThan(1e-12);
                            assertThat(fit.degrees()).isEqualTo(6);
                            Effect app = fit.effects().getFirst();
                            assertThat(app.buys().low()).isLessThan(1.8);
                            assertThat(app.buys().high()).isGreaterThan(1.8);
                            assertThat(app.buys().high() / app.buys().low()).isLessThan(1.5);
                            assertThat(app.leaves().low()).isLessThan(1.5);
                            assertThat(app.leaves().high()).isGreaterThan(1.5);
                            Effect shop = fit.effects().getLast();
                            assertThat(shop.buys().times()).isCloseTo(0.6, within(0.1));
                            assertThat(shop.leaves().low()).isLessThan(0.5);
                            assertThat(shop.leaves().high()).isGreaterThan(0.5);
                            assertThat(fit.diagnostics().gradientNorm()).isLessThan(1e-6);
                        });
    }

    @Test
    void paretoFindsNoEffectWhereThereIsNone() {
        Purchases same = Simulation.bgNbd((BgNbd) TRUTH.base(), 4_000, 200, 600, 1);
        Purchases other = Simulation.bgNbd((BgNbd) TRUTH.base(), 4_000, 200, 600, 2);
        CovariatePurchases data =
                new CovariatePurchases(
                        List.of(APP),
                        null,
                        merged(List.of(same, other)),
                        List.of(new double[] {0}, new double[] {1}),
                        List.of(same, other));
        assertThat(CovariateFits.paretoNbd(data))
                .isInstanceOfSatisfying(
                        Fitted.class,
                        fit -> {
                            assertThat(fit.chance()).isGreaterThan(0.01);
                            Effect effect = fit.effects().getFirst();
                            assertThat(effect.buys().low()).isLessThan(1);
                            assertThat(effect.buys().high()).isGreaterThan(1);
                        });
    }

    @Test
    void refusesByNameWhatCannotBeTold() {
        CovariatePurchases data = simulated(300, 2);
        assertThat(CovariateFits.bgNbd(with(data, z -> new double[] {1, z[1]})))
                .isEqualTo(new Refused(APP, Why.CONSTANT));
        assertThat(CovariateFits.bgNbd(with(data, z -> new double[] {z[0], 1 - z[0]})))
                .isEqualTo(new Refused(SHOP, Why.COLLINEAR));
        Purchases.Builder never = Purchases.in(TimeUnit.WEEK);
        for (int i = 0; i < 300; i++) {
            never.add(new Summary(0, 0, 40, TimeUnit.WEEK));
        }
        List<Purchases> cells = List.of(data.cells().get(0), data.cells().get(1), never.build());
        assertThat(
                        CovariateFits.paretoNbd(
                                new CovariatePurchases(
                                        data.columns(), null, merged(cells), data.values(), cells)))
                .isEqualTo(new Refused(SHOP, Why.SEPARATED));
    }

    private static CovariatePurchases with(
            CovariatePurchases data, java.util.function.UnaryOperator<double[]> values) {
        return new CovariatePurchases(
                data.columns(),
                null,
                data.all(),
                data.values().stream().map(values).toList(),
                data.cells());
    }

    @Test
    void namesTheLimitWhereNobodyLeaves() {
        BgNbd staying = new BgNbd(0.8, 5, 0.0001, 500, TimeUnit.WEEK);
        Purchases one = Simulation.bgNbd(staying, 600, 200, 600, 3);
        Purchases other = Simulation.bgNbd(staying, 600, 200, 600, 4);
        CovariatePurchases data =
                new CovariatePurchases(
                        List.of(APP),
                        null,
                        merged(List.of(one, other)),
                        List.of(new double[] {0}, new double[] {1}),
                        List.of(one, other));
        assertThat(CovariateFits.bgNbd(data))
                .isInstanceOfSatisfying(
                        Fitted.class,
                        fit -> {
                            assertThat(fit.limit()).isNotNull();
                            assertThat(fit.effects().getFirst().buys().low()).isLessThan(1);
                            assertThat(fit.effects().getFirst().buys().high()).isGreaterThan(1);
                            assertThat(fit.effects().getFirst().leaves().low()).isNaN();
                        });
    }
}
