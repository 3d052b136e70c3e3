package io.millrace.bench.models;

import io.millrace.bench.Benchmark;
import io.millrace.bench.RatioLine;
import io.millrace.kernel.model.lifetime.BgNbd;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.ParetoNbd;
import io.millrace.kernel.model.lifetime.PurchaseFits;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Purchases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code bench models [--customers N] [--rounds K]}: fits of 23,570 and of N customers beside the
 * simplex on every customer by itself, with equal likelihoods; a log to each customer's value in a
 * process of its own; rules of the Groceries baskets.
 */
public final class ModelsBench implements Benchmark {
    private static final int SMALL = 23_570;

    private int customers = 1_000_000;
    private int rounds = 5;

    @Override
    public String name() {
        return "models";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            int value = Integer.parseInt(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--customers" -> customers = value;
                case "--rounds" -> rounds = value;
                default -> {
                    System.err.println("unknown option " + arguments.get(i));
                    return 2;
                }
            }
        }
        small();
        large();
        new ValueProcess(customers).run();
        GroceriesRules.run(rounds);
        return 0;
    }

    private void small() {
        SimulatedCustomers data = new SimulatedCustomers(SMALL, false, 7);
        Purchases purchases = data.purchases();
        for (int warm = 0; warm < 10; warm++) {
            PurchaseFits.bgNbd(purchases);
            PurchaseFits.paretoNbd(purchases);
        }
        List<Double> bg = new ArrayList<>();
        List<Double> bgRatio = new ArrayList<>();
        List<Double> pareto = new ArrayList<>();
        List<Double> paretoRatio = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Timed<FitOutcome<BgNbd>> own = Timed.of(() -> PurchaseFits.bgNbd(purchases));
            Timed<Double> plain =
                    Timed.of(() ->
                            simplex(p -> PlainLikelihood.bgNbd(data, p[0], p[1], p[2], p[3])));
            same(logLikelihood(own.result()), plain.result());
            bg.add(own.seconds());
            bgRatio.add(plain.seconds() / own.seconds());
            Timed<FitOutcome<ParetoNbd>> ownPareto =
                    Timed.of(() -> PurchaseFits.paretoNbd(purchases));
            Timed<Double> plainPareto =
                    Timed.of(() ->
                            simplex(p -> PlainLikelihood.paretoNbd(data, p[0], p[1], p[2], p[3])));
            same(logLikelihood(ownPareto.result()), plainPareto.result());
            pareto.add(ownPareto.seconds());
            paretoRatio.add(plainPareto.seconds() / ownPareto.seconds());
        }
        String checks = "the same maximum as the simplex on an independent likelihood";
        seconds("23,570 customers BG/NBD fit, warm", bg, 0.1, checks);
        seconds("23,570 customers Pareto/NBD fit, warm", pareto, 1, checks);
        System.out.println(
                RatioLine.of("models", "BG/NBD vs simplex ungrouped", bgRatio, 5, checks));
        System.out.println(
                RatioLine.of("models", "Pareto/NBD vs simplex ungrouped", paretoRatio, 5, checks));
    }

    private void large() {
        String size = String.format(Locale.ROOT, "%,d", customers);
        SimulatedCustomers exact = new SimulatedCustomers(customers, true, 8);
        Purchases distinct = exact.purchases();
        PurchaseFits.bgNbd(distinct);
        fits(size + " distinct rows", exact, distinct, 2, 20);
        SimulatedCustomers daily = new SimulatedCustomers(customers, false, 9);
        Purchases grouped = daily.purchases();
        fits(
                String.format(Locale.ROOT, "%s customers in %,d rows", size, grouped.rows()),
                daily,
                grouped,
                3,
                3);
    }

    private void fits(
            String what, SimulatedCustomers data, Purchases purchases, double bg, double pareto) {
        Timed<FitOutcome<BgNbd>> first = Timed.of(() -> PurchaseFits.bgNbd(purchases));
        BgNbd b = (BgNbd) model(first.result());
        same(
                logLikelihood(first.result()),
                PlainLikelihood.bgNbd(data, b.r(), b.alpha(), b.a(), b.b()));
        String checks = "the independent likelihood of every customer is the same";
        seconds(what + " BG/NBD", List.of(first.seconds()), bg, checks);
        Timed<FitOutcome<ParetoNbd>> second = Timed.of(() -> PurchaseFits.paretoNbd(purchases));
        ParetoNbd p = (ParetoNbd) model(second.result());
        same(
                logLikelihood(second.result()),
                PlainLikelihood.paretoNbd(data, p.r(), p.alpha(), p.s(), p.beta()));
        seconds(what + " Pareto/NBD", List.of(second.seconds()), pareto, checks);
    }

    private static double simplex(java.util.function.ToDoubleFunction<double[]> likelihood) {
        return NelderMead.maximise(
                logs -> {
                    double[] p = new double[logs.length];
                    for (int i = 0; i < p.length; i++) {
                        p[i] = Math.exp(logs[i]);
                    }
                    return likelihood.applyAsDouble(p);
                },
                new double[] {-0.5, 2, 0, 1},
                1e-11);
    }

    private static PurchaseModel model(FitOutcome<? extends PurchaseModel> outcome) {
        return switch (outcome) {
            case FitOutcome.Fitted<? extends PurchaseModel> fitted -> fitted.model();
            case FitOutcome.AtBoundary<? extends PurchaseModel> boundary -> boundary.model();
            case FitOutcome.TooLittle<? extends PurchaseModel> none ->
                    throw new IllegalStateException("too little " + none.what());
        };
    }

    private static double logLikelihood(FitOutcome<? extends PurchaseModel> outcome) {
        return switch (outcome) {
            case FitOutcome.Fitted<? extends PurchaseModel> fitted ->
                    fitted.diagnostics().logLikelihood();
            case FitOutcome.AtBoundary<? extends PurchaseModel> boundary ->
                    boundary.diagnostics().logLikelihood();
            case FitOutcome.TooLittle<? extends PurchaseModel> none ->
                    throw new IllegalStateException("too little " + none.what());
        };
    }

    private static void same(double own, double other) {
        if (!(Math.abs(own - other) <= 1e-9 * Math.abs(other) + 1e-3)) {
            throw new IllegalStateException("log-likelihoods differ: " + own + ", " + other);
        }
    }

    static void seconds(String metric, List<Double> seconds, double goal, String checks) {
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"models\",\"metric\":\"%s\",\"seconds\":%.4f,\"low\":%.4f,"
                        + "\"high\":%.4f,\"rounds\":%d,\"goal\":%s,\"checks\":\"%s\"}%n",
                metric,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length,
                goal,
                checks);
    }

    /** A result and how long it took. */
    record Timed<T>(T result, double seconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long started = System.nanoTime();
            T result = work.get();
            return new Timed<>(result, (System.nanoTime() - started) / 1e9);
        }
    }
}
