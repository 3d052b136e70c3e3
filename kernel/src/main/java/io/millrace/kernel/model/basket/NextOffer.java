package io.millrace.kernel.model.basket;

/**
 * A product for a customer, with the strongest reason that their history gives.
 *
 * @param item number of the product
 * @param because number of the product that they bought and that speaks for this one, or -1 where
 *     it is offered because it is popular
 * @param share of the buyers of {@code because} who bought this one too (came back for it, where
 *     both are the same); where it is popular, of all buyers
 * @param lift that share over the share of all buyers who have it; 1 where it is popular
 */
public record NextOffer(int item, int because, double share, double lift) {}
