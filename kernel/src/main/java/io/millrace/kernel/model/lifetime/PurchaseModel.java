package io.millrace.kernel.model.lifetime;

/**
 * A fitted model of repeat buying without a contract: buys at random at a rate of one's own until
 * one silently leaves. Immutable. Answers are finite for every {@link Summary}.
 *
 * <p>A summary or span in another unit than the model's is converted by {@link TimeUnit#days()}.
 */
public sealed interface PurchaseModel permits BgNbd, MbgNbd, ParetoNbd, Nbd {
    /** The unit in which the parameters are. */
    TimeUnit unit();

    /** The natural logarithm of this history's likelihood, in the model's unit of time. */
    double logLikelihood(Summary customer);

    /** The chance that the customer has not left, 0 to 1. */
    double probabilityAlive(Summary customer);

    /** The chance that somebody who is a customer now still is one after a time, 0 to 1. */
    double survival(Summary customer, Span ahead);

    /**
     * How long the customer is expected to be one within the time ahead, in the model's unit: never
     * more than the span itself. Without an end it is infinite in many fits.
     */
    default double staying(Summary customer, Span ahead) {
        return Staying.within(this, customer, ahead);
    }

    /** Purchases expected of the customer in the time after the observation. */
    double expected(Summary customer, Span ahead);

    /** Repeat purchases expected of a new customer in the time after the first purchase. */
    double expected(Span sinceFirst);

    /**
     * Purchases expected over all future, each discounted continuously to the end of the
     * observation (DERT: discounted expected residual transactions).
     */
    default double discounted(Summary customer, Discount rate) {
        return Residual.sum(this, customer, rate);
    }
}
