package io.millrace.cli.model;

/** What the models take. */
final class ModelUsage {
    private static final String FILES =
            """
              Files may be gzipped, in any charset (--charset NAME), with any delimiter
              (--delimiter C, tab or space) and with or without a header (--no-header). A column is
              named, or given by its number from 1 on. --json prints JSON only.
            """;

    private static final String LOG =
            """
              --transactions FILE  one row a transaction
              --id COL --date COL  who bought, and when
              --date-format F      such as yyyyMMdd, d/M/yyyy or %Y-%m-%d, where it cannot be seen
              --day-first, --month-first   how 1/2/2024 is meant
            """;

    private ModelUsage() {}

    static String of(String what) {
        return (switch (what) {
                    case "fit" -> fit();
                    case "rfm" -> rfm();
                    case "churn" -> churn();
                    case "baskets" -> baskets();
                    case "sequences", "repurchase", "next" -> items();
                    case "kmeans" -> kmeans();
                    case "growth-curve" -> growth();
                    default -> overview();
                })
                .stripTrailing();
    }

    private static String overview() {
        return """
        ./millrace model WHAT [options]      customer models over files, without a server
          fit MODEL      repeat buying and spending: bg-nbd, mbg-nbd, pareto-nbd, gamma-gamma, nbd
          rfm            recency, frequency, money: scores, segments, the eight types
          churn          who leaves: logistic regression or boosted trees
          baskets        what is bought together: association rules
          sequences      what is bought after what within some days
          repurchase     how soon customers come back for each product
          next           how well the next product can be told, by several ways
          kmeans         clusters of rows by their numbers
          growth-curve   logistic, Gompertz or Bass through a series
        Add --help to one of them. Exit codes: 0 done, 1 failed (with a problem code), 2 wrong use.
        """;
    }

    private static String fit() {
        return "./millrace model fit MODEL [options]   MODEL: bg-nbd, mbg-nbd, pareto-nbd,"
                + " gamma-gamma, nbd\n"
                + LOG
                + """
                  --amount COL         what was spent; needed for gamma-gamma and for values
                  --quantity COL       the amount is of one piece: times this
                  --calibration-end DATE   the last day that is fitted to (default: the last of all)
                  --holdout-end DATE   the last day that is compared with (default: the last of all)
                  --unit UNIT          of all times and parameters: day, week (default) or month
                  --covariates COL,…   what the row of the first purchase says of the customer; not
                                       with nbd and gamma-gamma
                  --scores FILE        writes each customer's figures as CSV
                  --horizon N          expected purchases in the next N units (default: a year)
                  --months N --discount R --margin S   value: N months, R a year, share S earned
                                       (default 12, 0.1, 1)
                """
                + FILES;
    }

    private static String rfm() {
        return "./millrace model rfm [options]\n"
                + LOG
                + """
                  --amount COL         what was spent
                  --quantity COL       the amount is of one piece: times this
                  --order COL          rows of one order have the same value (default: a row each)
                  --as-of DATE         the start of this day (default: the day after the last)
                  --scale quintiles|rfm-r|ranked   tie-safe fifths (default), as R's rfm, as pandas
                  --types mean|median  where the eight types part
                  --monetary total|average   what M means for the eight types
                  --map grid|rfm-r|eleven    names of segments
                  --scores FILE        writes each customer's scores as CSV
                """
                + FILES;
    }

    private static String churn() {
        return """
        ./millrace model churn [options]
          --file FILE          one row a customer
          --target COL         what happened
          --positive VALUE     the value of that column that means: left
          --method logistic|boosted   (default logistic)
          --holdout N          every Nth row is held out and not learnt from
          --exclude COL,…      columns that are not used, such as ids
          --missing drop|keep  rows with a gap (default: logistic drop, boosted keep)
          --seed N             of the boosted trees' samples (default 1)
          --scores FILE        writes each row's probability and its reasons as CSV
        """
                + FILES;
    }

    private static String baskets() {
        return """
        ./millrace model baskets [options]
          --file FILE          a basket a line, its items between delimiters; or, with
          --basket COL --item COL   an item a line
          --min-support S      share of the baskets (default 0.01)
          --min-confidence C   (default 0.5)
          --min-items N        fewest items of a rule, both sides (default 1, as arules)
          --max-items N        most items of an itemset (default 10)
          --top N              only the N rules of the highest lift
          --header             the first line is not a basket
        """
                + FILES;
    }

    private static String items() {
        return """
        ./millrace model sequences|repurchase|next [options]
        """
                + LOG
                + """
                  --item COL           what was bought
                  --amount COL         where refunds are negative, so that they are left out
                  --top N              only the first N (default 100)
                  --days N             sequences: within N days (default 60)
                  --min-customers N    sequences: of so many at least (default 10)
                  --min-confidence C   sequences: default 0.1
                """
                + FILES;
    }

    private static String kmeans() {
        return """
        ./millrace model kmeans [options]
          --file FILE          one row a case
          --columns COL,…      (default: all columns of numbers)
          --k K|auto           clusters (default 3); auto: by silhouette and stability, 2 to 10
          --scale none|z|log-z how columns are made comparable (default none)
          --starts N --seed N  best of N starts (default 20, 1)
          --labels FILE        writes each row's cluster as CSV
        """
                + FILES;
    }

    private static String growth() {
        return """
        ./millrace model growth-curve [options]
          --file FILE --y COL  the series; for bass the sales of each period
          --x COL              (default 1, 2, 3 …); --log-x takes its logarithm
          --curve logistic|gompertz|bass   (default logistic)
          --form density|increment|regression   how bass is matched (default density)
          --ahead N            forecast of N more periods
        """
                + FILES;
    }
}
