package io.millrace.cli.model;

import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.cli.Output;
import java.io.IOException;
import java.util.List;

/** {@code model WHAT …}: fits a model to a file and prints what came of it. */
public final class ModelCommand {
    private final Output output;

    public ModelCommand(Output output) {
        this.output = output;
    }

    /** Answers the exit code. */
    public int run(List<String> line) throws Misuse, Failed, IOException {
        String what = line.isEmpty() ? "help" : line.getFirst();
        List<String> rest = line.isEmpty() ? List.of() : line.subList(1, line.size());
        if (what.equals("help") || line.contains("--help") || line.contains("-h")) {
            output.text(ModelUsage.of(what));
            return 0;
        }
        output.result(
                switch (what) {
                    case "fit" -> FitCommand.run(rest);
                    case "rfm" -> RfmCommand.run(rest);
                    case "churn" -> ChurnCommand.run(rest);
                    case "baskets" -> BasketsCommand.run(rest);
                    case "sequences", "repurchase", "next" -> ItemsCommand.run(what, rest);
                    case "kmeans" -> KMeansCommand.run(rest);
                    case "growth-curve" -> GrowthCommand.run(rest);
                    default ->
                            throw new Misuse(
                                    "model "
                                            + what
                                            + "? There are fit, rfm, churn, baskets, sequences,"
                                            + " repurchase, next, kmeans and growth-curve");
                });
        return 0;
    }
}
