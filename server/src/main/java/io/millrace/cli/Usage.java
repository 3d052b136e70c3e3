package io.millrace.cli;

/** What a command takes. */
final class Usage {
    private Usage() {}

    static String of(String command) {
        return switch (command) {
            case "import" ->
                    """
                    ./millrace import KIND FILE [options]
                      KIND                 orders, customers, products or events
                      FILE                 CSV or Excel, also gzipped
                      --map F=COLUMN,…     which column holds which field; without it the product guesses
                                           fields of an order line: order, customer, at, sku, name, category,
                                           quantity, price, amount, discount, cost, currency, channel, store,
                                           email, phone
                      --currency CODE      of amounts without a currency column, such as GBP
                      --zone ZONE          of times without an offset, such as Europe/London
                      --phone-region CC    of phone numbers without a country code, such as CN
                      --date-format TEXT   such as d/M/yyyy H:mm, where it cannot be seen
                      --grain line|order   one row an order line, or one row an order
                      --source NAME        what these facts are said to come from
                      --dry-run            only count what would happen
                      --save-template NAME keep the mapping for the next file
                      --no-wait            do not wait for the end (--wait is the default)
                      --url URL --key KEY  which product, if not the one of --data DIR
                      --json               print JSON only
                    Ends with one JSON line of counts.\
                    """;
            case "export" ->
                    "./millrace export parquet DIR [--data DIR] [--url URL --key KEY] [--json]";
            case "jobs" -> "./millrace jobs [ID] [--data DIR] [--url URL --key KEY] [--json]";
            case "sample" ->
                    "./millrace sample [--customers N] [--seed N] [--remove] [--data DIR] [--json]";
            default -> "commands: import, export, jobs, sample, model; add --help to one of them";
        };
    }
}
