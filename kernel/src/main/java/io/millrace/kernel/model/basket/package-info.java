/**
 * What is bought together and after one another: frequent itemsets, association rules, similar
 * items.
 */
@NullMarked
package io.millrace.kernel.model.basket;

import org.jspecify.annotations.NullMarked;
