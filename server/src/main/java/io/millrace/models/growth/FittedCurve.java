package io.millrace.models.growth;

import io.millrace.kernel.model.growth.GrowthFit;
import io.millrace.kernel.model.growth.GrowthForecast;
import io.millrace.kernel.model.growth.GrowthForm;
import io.millrace.kernel.model.growth.GrowthStage;
import io.millrace.models.growth.Growth.Ahead;
import io.millrace.models.growth.Growth.Form;
import io.millrace.models.growth.Growth.HoldOut;
import io.millrace.models.growth.Growth.Outlook;
import io.millrace.models.growth.Growth.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms fitted to a series of new customers, and what the best of them foretells. */
final class FittedCurve {
    private static final long SEED = 20_261_122;
    private static final int MOST_HELD_OUT = 12;

    /** A ceiling is told where its upper bound is at most so many times the lower. */
    private static final double TOLD = 2;

    private final Calendar calendar;
    private final double[] newcomers;
    private final int ahead;
    private final List<GrowthFit> fits;

    /**
     * @param newcomers of complete periods, from period 0 of the calendar on
     */
    FittedCurve(Calendar calendar, double[] newcomers) {
        this.calendar = calendar;
        this.newcomers = newcomers.clone();
        this.ahead = calendar.every() == Growth.Every.WEEK ? 13 : 6;
        this.fits = newcomers.length < GrowthFit.FEWEST ? List.of() : GrowthFit.all(newcomers);
    }

    /** New customers of a period by the best form; null without one. */
    @Nullable Double fitted(int period) {
        return fits.isEmpty() || period >= newcomers.length
                ? null
                : finite(fits.getFirst().newcomers(period + 1));
    }

    List<Form> forms() {
        double so = Arrays.stream(newcomers).sum();
        double best = fits.isEmpty() ? 0 : fits.getFirst().aicc();
        double weights = fits.stream().mapToDouble(fit -> weight(fit, best)).sum();
        return fits.stream()
                .map(fit ->
                        new Form(
                                key(fit.form()),
                                parameters(fit),
                                fit.residualSumOfSquares(),
                                fit.aicc(),
                                fit.aicc() - best,
                                weight(fit, best) / weights,
                                finite(so + fit.left()),
                                peak(fit)))
                .toList();
    }

    /** Relative likelihood: Burnham and Anderson 2002. */
    private static double weight(GrowthFit fit, double best) {
        return Math.exp((best - fit.aicc()) / 2);
    }

    private static String key(GrowthForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Parameter> parameters(GrowthFit fit) {
        List<String> names =
                switch (fit.form()) {
                    case STEADY -> List.of("level");
                    case EXPONENTIAL -> List.of("level", "rate");
                    case LOGISTIC -> List.of("ceiling", "middle", "scale");
                    case GOMPERTZ -> List.of("ceiling", "b2", "b3");
                    default -> List.of("m", "p", "q");
                };
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double[] errors = fit.standardErrors();
            parameters.add(
                    new Parameter(
                            names.get(i),
                            finite(fit.parameters()[i]),
                            i < errors.length ? finite(errors[i]) : null));
        }
        return parameters;
    }

    private @Nullable LocalDate peak(GrowthFit fit) {
        double peak = fit.peak();
        return Double.isFinite(peak) && peak >= 1 && peak <= 10 * newcomers.length
                ? calendar.start((int) Math.round(peak) - 1)
                : null;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    @Nullable Outlook outlook() {
        if (fits.isEmpty()) {
            return null;
        }
        GrowthFit best = fits.getFirst();
        double so = Arrays.stream(newcomers).sum();
        GrowthForecast forecast = GrowthForecast.of(best, newcomers, 0, ahead, SEED);
        boolean turned = best.peak() <= newcomers.length;
        return new Outlook(
                GrowthStage.of(best, so).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finite(forecast.ceiling(so)),
                finite(forecast.ceilingLow()),
                finite(forecast.ceilingHigh()),
                turned,
                turned && forecast.ceilingHigh() <= TOLD * forecast.ceilingLow(),
                GrowthForecast.LEVEL,
                forecast.draws(),
                ahead(forecast),
                holdOut());
    }

    private List<Ahead> ahead(GrowthForecast forecast) {
        List<Ahead> list = new ArrayList<>();
        for (int i = 0; i < forecast.ahead().size(); i++) {
            GrowthForecast.Point point = forecast.ahead().get(i);
            list.add(
                    new Ahead(
                            calendar.start(newcomers.length + i),
                            point.expected(),
                            point.low(),
                            point.high(),
                            point.total(),
                            point.totalLow(),
                            point.totalHigh()));
        }
        return list;
    }

    private @Nullable HoldOut holdOut() {
        int held = Math.min(MOST_HELD_OUT, newcomers.length / 5);
        int known = newcomers.length - held;
        if (held < 2 || known < GrowthFit.FEWEST) {
            return null;
        }
        double[] before = Arrays.copyOf(newcomers, known);
        GrowthFit best = GrowthFit.all(before).getFirst();
        GrowthForecast forecast = GrowthForecast.of(best, before, 0, held, SEED);
        int inside = 0;
        double expected = 0;
        double happened = 0;
        for (int i = 0; i < held; i++) {
            GrowthForecast.Point point = forecast.ahead().get(i);
            double is = newcomers[known + i];
            inside += is >= point.low() && is <= point.high() ? 1 : 0;
            expected += point.expected();
            happened += is;
        }
        return new HoldOut(held, key(best.form()), inside, expected, happened);
    }
}
