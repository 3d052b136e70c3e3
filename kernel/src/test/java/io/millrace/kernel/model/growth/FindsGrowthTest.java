package io.millrace.kernel.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Which form newcomers follow, what comes, and what the data cannot tell. */
class FindsGrowthTest {
    /** Checks 43 and 44 again, by the way that all forms are fitted here. */
    @Test
    void fitsTheRecordersAsPublished() throws IOException {
        List<GrowthFit> fits = GrowthFit.all(recorders());

        GrowthFit density = of(fits, GrowthForm.BASS_DENSITY);
        assertThat(density.parameters()[0]).isCloseTo(67980.908, withPercentage(1e-4));
        assertThat(density.residualSumOfSquares()).isCloseTo(3701668.589, withPercentage(1e-4));
        GrowthFit increment = of(fits, GrowthForm.BASS_INCREMENT);
        assertThat(increment.parameters()[2]).isCloseTo(.642158896, withPercentage(1e-4));
        GrowthFit regression = of(fits, GrowthForm.BASS_REGRESSION);
        assertThat(regression.parameters()[1]).isCloseTo(.021646783, withPercentage(1e-4));
        assertThat(fits.getFirst().form().hasCeiling()).isTrue();
        assertThat(fits).isSortedAccordingTo((a, b) -> Double.compare(a.aicc(), b.aicc()));
    }

    @Test
    void findsTheFormThatMadeTheNumbers() {
        double[] logistic = series(60, t -> 5000 / (1 + Math.exp((30 - t) / 6.0)), 3);
        double[] steady = series(60, t -> 100.0 * t, 9);

        double[] gompertz = series(60, t -> 5000 * Math.exp(-8 * Math.pow(.92, t)), 3);

        assertThat(GrowthFit.all(gompertz).getFirst().form()).isEqualTo(GrowthForm.GOMPERTZ);
        assertThat(GrowthFit.all(steady).getFirst().form()).isEqualTo(GrowthForm.STEADY);
        GrowthFit fit = of(GrowthFit.all(logistic), GrowthForm.LOGISTIC);
        assertThat(fit.peak()).isCloseTo(30, within(0.5));
    }

    @Test
    void tellsTheStageByTheRule() {
        IntToDoubleFunction logistic = t -> 5000 / (1 + Math.exp((50 - t) / 8.0));
        assertThat(stage(logistic, 30)).isEqualTo(GrowthStage.COLD_START);
        assertThat(stage(logistic, 44)).isEqualTo(GrowthStage.GROWTH);
        assertThat(stage(logistic, 58)).isEqualTo(GrowthStage.MATURE);
        assertThat(stage(logistic, 85)).isEqualTo(GrowthStage.DECLINE);
    }

    @Test
    void saysThatTheCeilingIsOpenBeforeTheTurningPoint() {
        IntToDoubleFunction logistic = t -> 5000 / (1 + Math.exp((50 - t) / 8.0));

        GrowthForecast early = forecast(series(35, logistic, 6), GrowthForm.LOGISTIC);
        GrowthForecast late = forecast(series(85, logistic, 6), GrowthForm.LOGISTIC);

        assertThat(early.ceilingHigh() / early.ceilingLow()).isGreaterThan(2);
        assertThat(late.ceilingHigh() / late.ceilingLow()).isLessThan(1.1);
        assertThat(late.ceilingLow()).isBetween(4800.0, 5100.0);
        assertThat(late.ceilingHigh()).isBetween(4900.0, 5200.0);
    }

    @Test
    void holdsMostOfWhatComesInItsInterval() {
        int inside = 0;
        int all = 0;
        for (int seed = 0; seed < 8; seed++) {
            double[] whole = noisy(72, t -> 5000 / (1 + Math.exp((40 - t) / 9.0)), 8, seed);
            double[] seen = Arrays.copyOf(whole, 60);
            GrowthForecast forecast = forecast(seen, GrowthForm.LOGISTIC);
            for (int i = 0; i < 12; i++, all++) {
                GrowthForecast.Point point = forecast.ahead().get(i);
                inside += whole[60 + i] >= point.low() && whole[60 + i] <= point.high() ? 1 : 0;
            }
        }
        assertThat((double) inside / all).isBetween(0.8, 0.98);
    }

    @Test
    void givesTheSameForecastForTheSameSeed() {
        double[] series = series(40, t -> 3000 / (1 + Math.exp((25 - t) / 6.0)), 4);
        assertThat(forecast(series, GrowthForm.GOMPERTZ).ahead())
                .isEqualTo(forecast(series, GrowthForm.GOMPERTZ).ahead());
    }

    @Test
    void staysFiniteOnWhateverComes() {
        Random random = new Random(4);
        for (double[] series :
                List.of(
                        new double[30],
                        new double[] {5, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                        new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 900},
                        new double[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512},
                        new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7},
                        random.doubles(50, 0, 1e7).toArray())) {
            List<GrowthFit> fits = GrowthFit.all(series);
            assertThat(fits).isNotEmpty();
            for (GrowthFit fit : fits) {
                assertThat(fit.aicc()).isFinite();
                for (GrowthForecast.Point point : GrowthForecast.of(fit, series, 0, 5, 1).ahead()) {
                    assertThat(point.expected()).isFinite();
                    assertThat(point.total()).isNotNaN();
                }
                assertThat(GrowthStage.of(fit, Arrays.stream(series).sum())).isNotNull();
            }
        }
        assertThatThrownBy(() -> GrowthFit.all(new double[GrowthFit.FEWEST - 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static GrowthStage stage(IntToDoubleFunction cumulative, int periods) {
        double[] series = series(periods, cumulative, 1);
        return GrowthStage.of(
                of(GrowthFit.all(series), GrowthForm.LOGISTIC), Arrays.stream(series).sum());
    }

    private static GrowthForecast forecast(double[] series, GrowthForm form) {
        return GrowthForecast.of(of(GrowthFit.all(series), form), series, 0, 12, 7);
    }

    private static GrowthFit of(List<GrowthFit> fits, GrowthForm form) {
        return fits.stream().filter(fit -> fit.form() == form).findFirst().orElseThrow();
    }

    private static double[] series(int periods, IntToDoubleFunction cumulative, double noise) {
        return noisy(periods, cumulative, noise, 99);
    }

    private static double[] noisy(
            int periods, IntToDoubleFunction cumulative, double noise, int seed) {
        Random random = new Random(seed);
        double[] series = new double[periods];
        for (int i = 0; i < periods; i++) {
            double grown = cumulative.applyAsDouble(i + 1) - cumulative.applyAsDouble(i);
            series[i] = Math.max(0, grown + noise * random.nextGaussian());
        }
        return series;
    }

    private static double[] recorders() throws IOException {
        return DataSets.lines("bass_vcr.csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .toArray();
    }
}
