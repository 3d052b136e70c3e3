package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.lifetime.GammaGamma;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.LifetimeValue;
import io.millrace.kernel.model.lifetime.OwnModels;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Span;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.kernel.model.lifetime.TimeUnit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** Each customer's figures, in the order of their ids, as a CSV file. */
final class Fits {
    private final String file;
    private final Span horizon;
    private final LifetimeValue value;
    private final boolean amounts;
    private final TimeUnit unit;

    Fits(Arguments arguments, TimeUnit unit) throws Misuse {
        this.unit = unit;
        this.file = arguments.option("--scores").orElse("");
        this.amounts = arguments.option("--amount").isPresent();
        double year = 365.2425 / unit.days();
        this.horizon =
                new Span(Numbers.decimal(arguments, "--horizon", Math.rint(year), 1e-9, 1e6), unit);
        double yearly = Numbers.decimal(arguments, "--discount", 0.1, -0.99, 100);
        this.value =
                new LifetimeValue(
                        Numbers.whole(arguments, "--months", 12, 1, 1200),
                        new Span(1, TimeUnit.MONTH),
                        Math.expm1(Math.log1p(yearly) / 12),
                        Numbers.decimal(arguments, "--margin", 1, 0, 1));
    }

    /** What all customers are expected to do; and each of them, if a file is asked for. */
    void scores(OwnModels models, Histories histories, String[] ids, ObjectNode result)
            throws Failed, IOException {
        double[] alive = models.each(histories, PurchaseModel::probabilityAlive);
        double[] expected =
                models.each(histories, (model, customer) -> model.expected(customer, horizon));
        ObjectNode predictions = Json.object();
        Json.put(predictions, "horizon", horizon.length());
        Json.put(predictions, "meanProbabilityAlive", sum(alive) / alive.length);
        Json.put(predictions, "expectedPurchases", sum(expected));
        double[] spend = amounts ? spend(histories) : new double[0];
        double[] worth = worth(models, histories, spend);
        if (amounts) {
            value(worth, predictions);
        }
        result.set("predictions", predictions);
        if (file.isEmpty()) {
            return;
        }
        try (BufferedWriter writer = writer()) {
            writer.write("id,repeats,t_x,T,p_alive,expected");
            writer.write(spend.length == 0 ? "\n" : ",expected_spend,clv\n");
            for (int i = 0; i < histories.size(); i++) {
                StringBuilder row = start(ids[histories.customer(i)], histories, i);
                row.append(',').append(alive[i]).append(',').append(expected[i]);
                if (spend.length > 0) {
                    row.append(',').append(spend[i]).append(',').append(worth[i]);
                }
                writer.append(row.append('\n'));
            }
        }
        result.put("scores", file);
    }

    private double[] worth(OwnModels models, Histories histories, double[] spend) {
        if (spend.length == 0) {
            return spend;
        }
        double[] worth = models.each(histories, value::purchases);
        for (int i = 0; i < worth.length; i++) {
            worth[i] *= spend[i] * value.margin();
        }
        return worth;
    }

    void spending(GammaGamma model, Histories histories, String[] ids, ObjectNode result)
            throws Failed, IOException {
        if (file.isEmpty()) {
            return;
        }
        try (BufferedWriter writer = writer()) {
            writer.write("id,repeats,t_x,T,mean_repeat,expected_spend\n");
            for (int i = 0; i < histories.size(); i++) {
                StringBuilder row = start(ids[histories.customer(i)], histories, i);
                row.append(',').append(histories.meanRepeat(i) / AmountText.SCALE);
                writer.append(row.append(',').append(spend(model, histories, i)).append('\n'));
            }
        }
        result.put("scores", file);
    }

    private void value(double[] worth, ObjectNode predictions) {
        if (worth.length == 0) {
            predictions.put("value", "the spending says too little for a value");
            return;
        }
        predictions.put("valueMonths", value.periods());
        Json.put(predictions, "discountPerMonth", value.discount());
        Json.put(predictions, "value", sum(worth));
        Json.put(predictions, "valuePerCustomer", sum(worth) / worth.length);
    }

    /** The expected worth of a purchase of each customer; none if it cannot be told. */
    private double[] spend(Histories histories) {
        GammaGamma model;
        switch (SpendingFit.fit(histories.spending(AmountText.SCALE))) {
            case SpendingFit.Outcome.Fitted fitted -> model = fitted.model();
            case SpendingFit.Outcome.AtBoundary boundary -> model = boundary.model();
            case SpendingFit.Outcome.NoMean none -> {
                return new double[0];
            }
            case SpendingFit.Outcome.TooLittle none -> {
                return new double[0];
            }
        }
        double[] spend = new double[histories.size()];
        for (int i = 0; i < spend.length; i++) {
            spend[i] = spend(model, histories, i);
        }
        return spend;
    }

    private static double spend(GammaGamma model, Histories histories, int i) {
        double mean = histories.meanRepeat(i) / AmountText.SCALE;
        return model.expected(mean > 0 ? histories.repeats(i) : 0, mean);
    }

    private StringBuilder start(String id, Histories histories, int i) {
        return new StringBuilder(96)
                .append(Csv.cell(id))
                .append(',')
                .append(histories.repeats(i))
                .append(',')
                .append(histories.lastDays(i) / unit.days())
                .append(',')
                .append(histories.observedDays(i) / unit.days());
    }

    private BufferedWriter writer() throws Failed {
        try {
            return Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new Failed("model.cannot-write", "cannot write " + file + ": " + cannot);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
