package io.millrace.kernel.condition;

/** Something that a fact may have. */
public sealed interface Property {
    /** A typed attribute by name; a sealed one is there but cannot be read. */
    record Named(String name) implements Property {}

    /** The amount in minor units of this currency (ISO 4217); other facts have no such amount. */
    record Amount(String currency) implements Property {}

    /** What the fact is about: an order's number, a campaign … */
    record Subject() implements Property {}

    /** The name of what sent it. */
    record Source() implements Property {}

    record Kind() implements Property {}
}
