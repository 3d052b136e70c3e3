/**
 * The simulator of the sample brand: pure, seeded, without input or output. What it makes is made
 * per customer from a seed of that customer's own, so that any customer can be made at any time, on
 * any thread, and a million of them stream through bounded memory.
 */
@NullMarked
package io.millrace.sample.brand;

import org.jspecify.annotations.NullMarked;
